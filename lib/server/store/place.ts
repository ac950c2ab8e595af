const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ' // Crockford's base 32, in which ULIDs are written
const USED = 14 // digits: the time in ms and 20 of 80 random bits, which fit into what SQLite can count to

/**
 * A number for a generation by which they sort as by their ids: the index of prompts in SQLite goes by numbers. Two
 * of the same millisecond have the same in one case of a million; the second is then refused as a whole.
 * undefined: the id is none of ours
 */
export function placeOf(id: string): bigint | undefined {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)) return undefined
  return [...id.slice(0, USED)].reduce((sum, digit) => sum * 32n + BigInt(DIGITS.indexOf(digit)), 0n)
}
