/** A cell that a spreadsheet would run as a formula begins with one of these; an apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r]/

function cellOf(value: string | number): string {
  if (typeof value === 'number') return `${value}`
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV (RFC 4180). Begins with a byte order mark, without which Excel misreads everything but English. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`
