/** A number with the language's grouping, as 8,192. */
export const number = (locale: string, value: number): string => new Intl.NumberFormat(locale).format(value)

/** Bytes as megabytes, as "30 MB". Counted in thousands, as cameras and shops do. */
export const megabytes = (locale: string, bytes: number): string =>
  `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1e6)} MB`

/** A day as people write it, as "22 Nov 2026". By UTC, so that server and browser say the same. */
export const day = (locale: string, time: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(new Date(time))

/** A month such as 2026-11 as people write it, as "November 2026". */
export const monthName = (locale: string, month: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(month))
