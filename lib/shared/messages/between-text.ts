import { betweenEn } from './en/between'
import type { Locale } from './locale'
import { betweenZh } from './zh/between'

type Between = { type: keyof typeof betweenEn; status?: number; bytes?: number | null }

/** What answered in place of our server, and what helps. Loaded when something did. */
export function betweenText(locale: Locale, { type, status = 0, bytes = null }: Between): string {
  const texts = { en: betweenEn, zh: betweenZh }[locale]
  return type === 'tooLarge' ? texts.tooLarge(bytes) : texts[type](status)
}
