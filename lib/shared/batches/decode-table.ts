/**
 * The text of a table as spreadsheets save it: UTF-8 or UTF-16, with or without a byte order mark, or GB18030, which Excel writes
 * in China.
 * @returns undefined when it is none of these
 */
export function decodeTable(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  return decode(bytes, encodingByMark(bytes) ?? encodingByZeros(bytes) ?? 'utf-8') ?? decode(bytes, 'gb18030')
}

const MARKS: [encoding: string, ...mark: number[]][] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
]

const encodingByMark = (bytes: Uint8Array): string | undefined =>
  MARKS.find(([, ...mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0]

/** Bytes to look at: the names of the columns are among them. */
const HEAD = 400
/** The share of zeros from which one half of all characters must be Latin. */
const MANY = 0.3

/** UTF-16 without a mark: the commas and the columns’ names are Latin, which leaves every other byte zero. */
function encodingByZeros(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD)
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros.map((count) => count / (head.length / 2))
  if (odd > MANY && even < odd / 10) return 'utf-16le'
  return even > MANY && odd < even / 10 ? 'utf-16be' : undefined
}

/** Text cannot hold a zero character, so a result with one was in another encoding, or no text at all. */
function decode(bytes: Uint8Array<ArrayBuffer>, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined // not in this encoding
  }
}
