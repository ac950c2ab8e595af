import { isSrgb, profileOfCodes, profileOfGrey } from '@/lib/shared/images/icc/icc-profile'
import { type Box, boxesIn, FULL, findBox, fourLetters } from './heif-boxes'

/**
 * The colour profile of a HEIC photo, which libheif leaves unapplied: its own, or one made for its code points (nclx). null: it is in
 * sRGB, or says nothing.
 */
export function profileOf(file: Uint8Array): Uint8Array | null {
  const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength)
  try {
    const colours = coloursOf(bytes)
    const embedded = colours.find(({ type }) => type === 'prof' || type === 'rICC')
    if (embedded) return usable(file.slice(embedded.start, embedded.end))
    const codes = colours.find(({ type }) => type === 'nclx')
    return codes ? ofCodes(bytes.getUint16(codes.start), bytes.getUint16(codes.start + 2)) : null
  } catch {
    return null // beyond the file’s end: the photo was readable, so it is shown in sRGB
  }
}

const ofCodes = (primaries: number, transfer: number): Uint8Array | null =>
  isSrgb(primaries, transfer) ? null : profileOfCodes(primaries, transfer)

/** libheif makes RGB of grey photos too. */
function usable(profile: Uint8Array): Uint8Array | null {
  if (profile.length < 132) return null
  const space = fourLetters(new DataView(profile.buffer, profile.byteOffset), 16)
  if (space === 'RGB ') return profile
  return space === 'GRAY' ? profileOfGrey(profile) : null
}

/** What the file says of the colours of its primary image, else of any: a grid may leave that to its tiles. */
function coloursOf(bytes: DataView): Box[] {
  const meta = findBox(bytes, 'meta', 0, bytes.byteLength)
  const properties = meta && findBox(bytes, 'iprp', meta.start + FULL, meta.end)
  const container = properties && findBox(bytes, 'ipco', properties.start, properties.end)
  if (!container) return []
  const all = [...boxesIn(bytes, container.start, container.end)]
  const ofPrimary = indicesOf(bytes, properties, primaryOf(bytes, meta)).flatMap(
    (index) => all[index - 1] ?? [],
  )
  const own = ofPrimary.filter(isColour)
  return (own.length > 0 ? own : all.filter(isColour)).map((box) => ({
    ...box,
    type: fourLetters(bytes, box.start),
    start: box.start + 4,
  }))
}

const isColour = ({ type }: Box): boolean => type === 'colr'

/** The primary image’s id. */
function primaryOf(bytes: DataView, meta: Box): number | null {
  const box = findBox(bytes, 'pitm', meta.start + FULL, meta.end)
  if (!box) return null
  const at = box.start + FULL
  return bytes.getUint8(box.start) === 0 ? bytes.getUint16(at) : bytes.getUint32(at)
}

/** Which properties an image has, counted from 1 (ipma: ISO/IEC 23008-12, 9.3). */
function indicesOf(bytes: DataView, properties: Box, image: number | null): number[] {
  const box = findBox(bytes, 'ipma', properties.start, properties.end)
  if (!box) return []
  const [isLongId, isLongIndex] = [bytes.getUint8(box.start) > 0, (bytes.getUint8(box.start + 3) & 1) === 1]
  const entries = bytes.getUint32(box.start + FULL)
  let at = box.start + FULL + 4
  for (let entry = 0; entry < entries; entry++) {
    const id = isLongId ? bytes.getUint32(at) : bytes.getUint16(at)
    at += isLongId ? 4 : 2
    const count = bytes.getUint8(at++)
    const width = isLongIndex ? 2 : 1
    if (id === image) {
      return Array.from({ length: count }, (_, index) =>
        isLongIndex ? bytes.getUint16(at + 2 * index) & 0x7fff : bytes.getUint8(at + index) & 0x7f,
      )
    }
    at += count * width
  }
  return []
}
