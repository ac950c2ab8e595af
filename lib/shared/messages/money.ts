// Apart from numbers.ts, which the first page load needs.

/** Formats money as "$0.05"; what is less than a hundredth keeps two digits: "$0.0031". */
export const money = (locale: string, { amount, currency }: { amount: number; currency: string }): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(amount > 0 && amount < 0.01 && { maximumSignificantDigits: 2 }),
  }).format(amount)
