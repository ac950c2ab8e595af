/** For dates: English as written everywhere but in America, day first and with a 24-hour clock. */
export const dateLocale = (locale: string) => (locale === 'en' ? 'en-GB' : locale)

const startOf = (time: Date): number => Date.UTC(time.getFullYear(), time.getMonth(), time.getDate())

/** Calendar days from `then` to `now`, in the reader's time zone. */
export const daysBetween = (then: Date, now: Date): number => (startOf(now) - startOf(then)) / 86_400_000

/** The date of `then`, without the year if it is that of `now`. */
export const dayIn = (locale: string, then: Date, now: Date): string =>
  then.toLocaleDateString(dateLocale(locale), {
    day: 'numeric',
    month: 'short',
    year: then.getFullYear() === now.getFullYear() ? undefined : 'numeric',
  })
