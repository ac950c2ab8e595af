import { cookies, headers } from 'next/headers'
import { parseTheme, type Theme } from '@/components/layout/appearance'
import { pageEn } from '@/lib/shared/messages/en/page'
import { chooseLocale, LANG, type Locale } from '@/lib/shared/messages/locale'
import { pageZh } from '@/lib/shared/messages/zh/page'

/** The language that this request's reader has chosen, or their browser asks for. */
export async function readerLocale(): Promise<Locale> {
  return chooseLocale((await cookies()).get('locale')?.value, (await headers()).get('accept-language'))
}

/** What is said about the page as a whole, in the reader's language. */
export async function readerMessages() {
  const locale = await readerLocale()
  const { description, notFound } = { en: pageEn, zh: pageZh }[locale]
  return { lang: LANG[locale], description, notFound: notFound.title }
}

/** The colours that this request's reader has chosen. */
export async function readerTheme(): Promise<Theme> {
  return parseTheme((await cookies()).get('theme')?.value)
}
