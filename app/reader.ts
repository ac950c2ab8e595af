import { cookies, headers } from 'next/headers'
import { parseTheme, type Theme } from '@/components/layout/appearance'
import { ownName } from '@/lib/shared/base-path'
import { documentEn } from '@/lib/shared/messages/en/document'
import { chooseLocale, LANG, type Locale } from '@/lib/shared/messages/locale'
import { documentZh } from '@/lib/shared/messages/zh/document'

/** The user’s chosen language, or the one that the browser asks for. */
export async function readerLocale(): Promise<Locale> {
  return chooseLocale(
    (await cookies()).get(ownName('locale'))?.value,
    (await headers()).get('accept-language'),
  )
}

/** Messages about the page as a whole, in the user’s language. */
export async function readerMessages() {
  const locale = await readerLocale()
  return { lang: LANG[locale], ...{ en: documentEn, zh: documentZh }[locale] }
}

/** The user’s chosen theme. */
export async function readerTheme(): Promise<Theme> {
  return parseTheme((await cookies()).get(ownName('theme'))?.value)
}
