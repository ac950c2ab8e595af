'use client'
import { Button, useAlive } from '@/components/ui'
import { crashEn } from '@/lib/shared/messages/en/crash'
import { chooseLocale, LANG, type Locale } from '@/lib/shared/messages/locale'
import { crashZh } from '@/lib/shared/messages/zh/crash'
import { DeadEnd } from './error-page'

/** What the browser asks for: where even the layout broke, nobody knows what the reader chose. */
const useBrowserLocale = (): Locale =>
  useAlive() ? chooseLocale(undefined, navigator.languages.join()) : 'en'

/** In place of everything, when the frame around all pages broke. */
export function LastResort({ again }: { again: () => void }) {
  const locale = useBrowserLocale()
  const words = { en: crashEn, zh: crashZh }[locale]
  return (
    <html lang={LANG[locale]}>
      <body>
        <title>{words.title}</title>
        <DeadEnd title={words.title} text={words.text}>
          <Button look="main" onClick={again}>
            {words.again}
          </Button>
        </DeadEnd>
      </body>
    </html>
  )
}
