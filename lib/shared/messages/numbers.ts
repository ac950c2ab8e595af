import { dateLocale } from './days'

/** Formats a number with the language's grouping: 8,192. */
export const number = (locale: string, value: number): string => new Intl.NumberFormat(locale).format(value)

/** Formats bytes as "30 MB", in powers of 1000 as cameras and shops do. */
export const megabytes = (locale: string, bytes: number): string =>
  `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1e6)} MB`

/** Formats a day as "22 Nov 2026". In UTC, so that server and browser render the same. */
export const day = (locale: string, time: string): string =>
  new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(time))

/** Formats a time as "22 Nov 2026, 01:54". `timeZone`: an IANA name; undefined for the reader's own. */
export const moment = (locale: string, time: string, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat(dateLocale(locale), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(time),
  )

/** Formats 2026-11 as "November 2026". */
export const monthName = (locale: string, month: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(month))
