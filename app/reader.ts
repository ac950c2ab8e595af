import { cookies, headers } from 'next/headers'
import { parseTheme, type Theme } from '@/components/layout/appearance'
import { pageEn } from '@/lib/shared/messages/en/page'
import { chooseLocale, LANG, type Locale } from '@/lib/shared/messages/locale'
import { pageZh } from '@/lib/shared/messages/zh/page'

/** The user’s chosen language, or the one that the browser asks for. */
export async function readerLocale(): Promise<Locale> {
  return chooseLocale((await cookies()).get('locale')?.value, (await headers()).get('accept-language'))
}

/** Messages about the page as a whole, in the user’s language. */
export async function readerMessages() {
  const locale = await readerLocale()
  const { description, notFound } = { en: pageEn, zh: pageZh }[locale]
  return { lang: LANG[locale], description, notFound: notFound.title }
}

/** The user’s chosen theme. */
export async function readerTheme(): Promise<Theme> {
  return parseTheme((await cookies()).get('theme')?.value)
}
