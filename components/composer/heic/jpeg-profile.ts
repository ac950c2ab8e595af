const TAG = 'ICC_PROFILE\0'
/** Most bytes of a profile in one segment, beside its length, tag and two numbers. */
const CHUNK = 65_533 - TAG.length - 2
const APP0 = 0xe0
const APP2 = 0xe2
const START_OF_SCAN = 0xda

/** A copy of a JPEG, well-formed as browsers write them, with this colour profile instead of its own. */
export function withProfile(jpeg: Uint8Array, profile: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  const parts: Uint8Array[] = [jpeg.subarray(0, 2)]
  const added = segmentsOf(profile)
  let position = 2
  while (view.getUint8(position + 1) !== START_OF_SCAN) {
    const marker = view.getUint8(position + 1)
    const end = position + 2 + view.getUint16(position + 2)
    if (marker !== APP0) parts.push(...added.splice(0)) // JFIF comes first
    if (marker !== APP2) parts.push(jpeg.subarray(position, end))
    position = end
  }
  return joined([...parts, ...added, jpeg.subarray(position)])
}

function segmentsOf(profile: Uint8Array): Uint8Array[] {
  const count = Math.ceil(profile.length / CHUNK)
  return Array.from({ length: count }, (_, index) => {
    const chunk = profile.subarray(index * CHUNK, (index + 1) * CHUNK)
    const length = 2 + TAG.length + 2 + chunk.length
    const head = [0xff, APP2, length >> 8, length & 255, ...latin1(TAG), index + 1, count]
    return joined([Uint8Array.from(head), chunk])
  })
}

const latin1 = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let position = 0
  for (const part of parts) {
    whole.set(part, position)
    position += part.length
  }
  return whole
}
