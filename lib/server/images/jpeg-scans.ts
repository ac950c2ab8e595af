/** A frame header: its components' ids, in order. Progressive frames bring coefficients in several scans. */
export type Frame = { progressive: boolean; components: readonly number[] }

const COEFFICIENTS = 64
/** What scans have brought of one coefficient: 0 for nothing, its upper bits, or all of it. */
const COARSE = 1
const WHOLE = 2

/** A frame header's bytes from its marker on. */
export function readFrame(header: Buffer): Frame {
  const count = header[9] ?? 0
  const components = Array.from({ length: count }, (_, index) => header[10 + 3 * index] ?? 0)
  return { progressive: header[1] === 0xc2, components }
}

/**
 * A baseline scan always brings all coefficients whole: its header has to say so, but some cameras leave other values there, which
 * decoders warn about and ignore. Changes the header's bytes, from its marker on, in place.
 */
export function correctScan(header: Buffer, { progressive }: Frame): void {
  const at = 5 + 2 * (header[4] ?? 0)
  if (!progressive && header.length === at + 3) header.set([0, COEFFICIENTS - 1, 0], at)
}

/** Tells whether scans add up to a whole image. */
export class Scans {
  private readonly seen: Map<number, Uint8Array>

  constructor(private readonly frame: Frame) {
    this.seen = new Map(frame.components.map((id) => [id, new Uint8Array(COEFFICIENTS)]))
  }

  /** @param header a scan header's bytes from its marker on */
  add(header: Buffer): void {
    const count = header[4] ?? 0
    const at = 5 + 2 * count
    const { progressive } = this.frame
    const [from, to, low] = progressive
      ? [header[at] ?? 0, header[at + 1] ?? 0, (header[at + 2] ?? 0) & 15]
      : [0, COEFFICIENTS - 1, 0]
    for (let index = 0; index < count; index++) {
      this.seen.get(header[5 + 2 * index] ?? -1)?.fill(low === 0 ? WHOLE : COARSE, from, to + 1)
    }
  }

  areComplete = (): boolean =>
    [...this.seen.values()].every((states) => states.every((state) => state === WHOLE))
}
