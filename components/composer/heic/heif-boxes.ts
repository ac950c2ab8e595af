/** A box of the ISO media container (ISO/IEC 14496-12): its type, and where its content begins and ends. */
export type Box = { type: string; start: number; end: number }

/** Bytes of version and flags in front of the content of some boxes. */
export const FULL = 4

/** The boxes from `start` to `end`. Stops at what is no box. */
export function* boxesIn(bytes: DataView, start: number, end: number): Generator<Box> {
  let position = start
  while (position + 8 <= end) {
    const short = bytes.getUint32(position)
    const head = short === 1 ? 16 : 8
    if (position + head > end) return
    const size = short === 1 ? Number(bytes.getBigUint64(position + 8)) : short === 0 ? end - position : short
    if (size < head || position + size > end) return
    yield { type: fourLetters(bytes, position + 4), start: position + head, end: position + size }
    position += size
  }
}

export const findBox = (bytes: DataView, type: string, start: number, end: number): Box | undefined =>
  [...boxesIn(bytes, start, end)].find((box) => box.type === type)

export const fourLetters = (bytes: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((index) => bytes.getUint8(at + index)))
