import { cookies, headers } from 'next/headers'
import { parseTheme, type Theme } from '@/components/layout/appearance'
import { documentEn } from '@/lib/shared/messages/en/document'
import { chooseLocale, LANG, type Locale } from '@/lib/shared/messages/locale'
import { documentZh } from '@/lib/shared/messages/zh/document'

/** The language that this request's reader has chosen, or their browser asks for. */
export async function readerLocale(): Promise<Locale> {
  return chooseLocale((await cookies()).get('locale')?.value, (await headers()).get('accept-language'))
}

/** What only the server says, in the reader's language. */
export async function readerMessages() {
  const locale = await readerLocale()
  return { lang: LANG[locale], ...{ en: documentEn, zh: documentZh }[locale] }
}

/** The colours that this request's reader has chosen. */
export async function readerTheme(): Promise<Theme> {
  return parseTheme((await cookies()).get('theme')?.value)
}
