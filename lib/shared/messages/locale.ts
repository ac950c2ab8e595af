/** The page's languages. `zh` is Simplified Chinese. */
export const LOCALES = ['en', 'zh'] as const
export type Locale = (typeof LOCALES)[number]

/** Values of `<html lang>` (BCP 47). */
export const LANG = { en: 'en', zh: 'zh-CN' } as const satisfies Record<Locale, string>

const isLocale = (text: string | undefined): text is Locale => LOCALES.some((locale) => locale === text)

/** The languages of an Accept-Language header, by descending quality (RFC 9110, 12.5.4). */
function parseAcceptLanguage(header: string): string[] {
  const ranges = header.split(',').map((range) => {
    const [tag = '', ...parameters] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    return {
      language: tag.split('-')[0] ?? '',
      quality: quality === undefined ? 1 : Number(quality.slice(2)),
    }
  })
  return ranges
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language)
}

/** The reader's choice (a cookie), else the browser's Accept-Language, else English. */
export function chooseLocale(choice: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(choice)) return choice
  return parseAcceptLanguage(acceptLanguage ?? '').find(isLocale) ?? 'en'
}
