/** A number with the language's grouping, as 8,192. */
export const number = (locale: string, value: number): string => new Intl.NumberFormat(locale).format(value)

/** Bytes as megabytes, as "30 MB". Counted in thousands, as cameras and shops do. */
export const megabytes = (locale: string, bytes: number): string =>
  `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1e6)} MB`
