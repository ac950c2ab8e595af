/** Number of leading bytes that identify a file’s format; brands come first. */
export const HEAD = 128

/** Brands of HEVC images in the ISO media container, the way phones write photos (ISO/IEC 23008-12, 10.2). */
const HEVC = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']
/** AVIF uses the same container and shares its general brands. */
const AVIF = ['avif', 'avis']
const GENERAL = ['mif1', 'msf1']

/**
 * Whether a file is a HEIC or HEIF photo. Goes by its bytes, since names and declared types are missing or wrong too
 * often.
 */
export function isHeif(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, HEAD))
  if (text.slice(4, 8) !== 'ftyp') return false
  const end = Math.min(new DataView(head.buffer, head.byteOffset).getUint32(0), text.length)
  // The major brand, its version, then the compatible brands.
  const brands = [text.slice(8, 12), ...(text.slice(16, end).match(/.{4}/gs) ?? [])]
  const hasAny = (names: readonly string[]) => brands.some((brand) => names.includes(brand))
  return hasAny(HEVC) || (hasAny(GENERAL) && !hasAny(AVIF))
}

/** Signatures of JPEG and PNG. WebP is a RIFF container with its own tag. */
const SIGNATURES = ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n']
const isWebp = (text: string): boolean => text.startsWith('RIFF') && text.startsWith('WEBP', 8)

/** Whether a file is a photo that can be sent or converted. Goes by its bytes, since some systems declare no type. */
export function isPhoto(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, HEAD))
  return SIGNATURES.some((signature) => text.startsWith(signature)) || isWebp(text) || isHeif(head)
}
