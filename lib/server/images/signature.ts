export type Format = 'jpeg' | 'png' | 'webp'

/** A file's format by its first bytes: one of ours, or the usual name of another, if known. */
export type Signature = { format: Format } | { format: null; found: string | null }

/** Bytes that `recognise` needs. */
export const HEAD = 4_096

/** Bytes, as latin1, at an offset; all of a list must match. */
type Sign = readonly (readonly [offset: number, bytes: string])[]

const OURS: readonly (readonly [Format, Sign])[] = [
  ['jpeg', [[0, '\xff\xd8\xff']]],
  ['png', [[0, '\x89PNG\r\n\x1a\n']]],
  [
    'webp',
    [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
  ],
]

/** Recognised only to be named in errors. The first match wins: a brand comes before its family. */
const OTHERS: readonly (readonly [string, ...Sign[]])[] = [
  ['GIF', [[0, 'GIF87a']], [[0, 'GIF89a']]],
  [
    'BMP',
    [
      [0, 'BM'],
      [6, '\0\0\0\0'],
    ],
  ],
  [
    'camera raw',
    [[4, 'ftypcrx ']],
    [
      [0, 'II*\0'],
      [8, 'CR'],
    ],
    [[0, 'FUJIFILMCCD-RAW']],
    [[0, 'IIRO']],
    [[0, 'IIU\0']],
  ],
  ['TIFF', [[0, 'II*\0']], [[0, 'MM\0*']], [[0, 'II+\0']], [[0, 'MM\0+']]],
  ['AVIF', [[4, 'ftypavif']], [[4, 'ftypavis']]],
  ['HEIC', [[4, 'ftyphei']], [[4, 'ftyphev']], [[4, 'ftypmif1']], [[4, 'ftypmsf1']]],
  [
    'video',
    [[4, 'ftyp']],
    [[4, 'moov']],
    [[4, 'mdat']],
    [[4, 'wide']],
    [[0, '\x1aE\xdf\xa3']],
    [
      [0, 'RIFF'],
      [8, 'AVI '],
    ],
  ],
  ['JPEG XL', [[0, '\xff\x0a']], [[0, '\0\0\0\x0cJXL ']]],
  ['JPEG 2000', [[0, '\0\0\0\x0cjP  ']], [[0, '\xff\x4f\xff\x51']]],
  ['Photoshop', [[0, '8BPS']]],
  ['ICO', [[0, '\0\0\x01\0']]],
  ['ZIP', [[0, 'PK\x03\x04']], [[0, 'PK\x05\x06']]],
  ['Windows program', [[0, 'MZ']]],
]

/** Recognises a file by its first bytes (up to HEAD). Names and declared types are untrusted and ignored. */
export function recognise(head: Buffer): Signature {
  const text = head.toString('latin1', 0, HEAD)
  const bears = (sign: Sign) => sign.every(([offset, bytes]) => text.startsWith(bytes, offset))
  const ours = OURS.find(([, sign]) => bears(sign))
  if (ours) return { format: ours[0] }
  const other = OTHERS.find(([, ...signs]) => signs.some(bears))
  return { format: null, found: other?.[0] ?? recogniseText(text) }
}

/** Formats whose header may follow other content: PDF after other bytes, SVG after a prolog and comments. */
function recogniseText(text: string): string | null {
  if (text.slice(0, 1_024).includes('%PDF-')) return 'PDF'
  const markup = text.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (!markup.startsWith('<')) return null
  const found = /<(svg[\s>:]|!doctype html|html[\s>])/i.exec(markup)?.[1]
  if (found === undefined) return null
  return found.toLowerCase().startsWith('svg') ? 'SVG' : 'HTML'
}
