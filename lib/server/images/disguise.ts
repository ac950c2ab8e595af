import type { Bytes } from './bytes'

const PDF_REACH = 1_024 // bytes in which PDF readers look for the header
const HEAD = 4_096
const ZIP_REACH = 65_557 // the end record's 22 bytes plus the longest comment
const OVERLAP = 32 // longer than any signature below

/**
 * Content that a browser, PHP or an unpacker would act on. Each is at least six bytes: 4 MB of compressed video after a phone's photo
 * contain one by chance about three times in a million.
 */
const MARKUP = /<html[\s>]|<!doctype html|<script[\s>]|<\?php\s/i
const ARCHIVES = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c']

const isForeign = (text: string): boolean => MARKUP.test(text) || ARCHIVES.some((sign) => text.includes(sign))

/**
 * True when another program would take the file for something other than the image that ends at `end`. What phones append (a video,
 * a second JPEG, a manufacturer's trailer) doesn't count: nothing opens the file as that.
 */
export async function isDisguised(bytes: Bytes, end: number): Promise<boolean> {
  const head = (await bytes.at(0, HEAD)).toString('latin1', 0, HEAD)
  if (head.slice(0, PDF_REACH).includes('%PDF-') || isForeign(head)) return true
  return (await hasForeign(bytes, end)) || (await endsAsZip(bytes))
}

async function hasForeign(bytes: Bytes, from: number): Promise<boolean> {
  let position = from
  while (position < bytes.size) {
    const chunk = await bytes.at(position, OVERLAP * 2)
    if (isForeign(chunk.toString('latin1'))) return true
    if (position + chunk.length >= bytes.size) return false
    position += chunk.length - OVERLAP
  }
  return false
}

/** ZIP is read from its end: an end record pointing at a file directory right before it. */
async function endsAsZip(bytes: Bytes): Promise<boolean> {
  const from = Math.max(0, bytes.size - ZIP_REACH)
  for (let position = from; position + 22 <= bytes.size; ) {
    const chunk = await bytes.at(position, 22)
    const at = chunk.indexOf('PK\x05\x06', 0, 'latin1')
    if (at === -1) position += Math.max(1, chunk.length - 3)
    else if (await isZipEnd(bytes, position + at)) return true
    else position += at + 1
  }
  return false
}

async function isZipEnd(bytes: Bytes, position: number): Promise<boolean> {
  const record = await bytes.at(position, 22)
  if (record.length < 22) return false
  const directory = position - record.readUInt32LE(12)
  if (directory === position) return record.readUInt16LE(10) === 0 && position + 22 === bytes.size
  if (await hasSign(bytes, directory, 'PK\x01\x02')) return true
  return hasSign(bytes, position - 20, 'PK\x06\x07') // a ZIP64 locator
}

const hasSign = async (bytes: Bytes, position: number, sign: string): Promise<boolean> =>
  position >= 0 && (await bytes.at(position, 4)).toString('latin1', 0, 4) === sign
