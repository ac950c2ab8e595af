import type { FileHandle } from 'node:fs/promises'

const WINDOW = 65_536

/** Reads a file through a 64 kB window, so that scanning 64 MB takes little memory, however many files at once. */
export class Bytes {
  private readonly window = Buffer.allocUnsafe(WINDOW)
  private start = 0
  private held = 0

  constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {}

  /**
   * The buffered bytes from `position` on: at least `least` (65,536 at most), fewer only at the end of the file. Returns a view that
   * the next call overwrites.
   */
  async at(position: number, least: number): Promise<Buffer> {
    const wanted = Math.min(position + least, this.size)
    if (position < this.start || wanted > this.start + this.held) await this.fill(position)
    return this.window.subarray(position - this.start, this.held)
  }

  /** A range of the file in pieces, of which the next read overwrites each. Ends early at the end of the file. */
  async *between(from: number, to: number): AsyncGenerator<Buffer> {
    let position = from
    while (position < to) {
      const part = (await this.at(position, 1)).subarray(0, to - position)
      if (part.length === 0) return
      yield part
      position += part.length
    }
  }

  private async fill(position: number): Promise<void> {
    this.start = position
    this.held = 0
    while (this.held < WINDOW) {
      const { bytesRead } = await this.handle.read(
        this.window,
        this.held,
        WINDOW - this.held,
        position + this.held,
      )
      if (bytesRead === 0) return
      this.held += bytesRead
    }
  }
}
