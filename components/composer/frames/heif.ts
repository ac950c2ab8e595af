/** How many of a file's first bytes name its kind: brands stand at its very beginning. */
export const HEAD = 128

/** How phones write photos: HEVC pictures in the ISO media container (ISO/IEC 23008-12, 10.2). */
const HEVC = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']
/** AVIF lives in the same container and shares its general brands. */
const AVIF = ['avif', 'avis']
const GENERAL = ['mif1', 'msf1']

/** Whether a file is a HEIC or HEIF photo, by its bytes: names and declared types are missing or wrong too often. */
export function isHeif(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, HEAD))
  if (text.slice(4, 8) !== 'ftyp') return false
  const end = Math.min(new DataView(head.buffer, head.byteOffset).getUint32(0), text.length)
  // The major brand, its version, then the brands that it is compatible with.
  const brands = [text.slice(8, 12), ...(text.slice(16, end).match(/.{4}/gs) ?? [])]
  const bears = (names: readonly string[]) => brands.some((brand) => names.includes(brand))
  return bears(HEVC) || (bears(GENERAL) && !bears(AVIF))
}

/** How JPEG and PNG begin; WebP is a RIFF that says so. */
const SIGNATURES = ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n']
const isWebp = (text: string): boolean => text.startsWith('RIFF') && text.startsWith('WEBP', 8)

/** Whether a file is a photo that can be sent or converted, by its bytes: some systems know no type of it. */
export function isPhoto(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, HEAD))
  return SIGNATURES.some((signature) => text.startsWith(signature)) || isWebp(text) || isHeif(head)
}
