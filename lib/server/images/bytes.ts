import type { FileHandle } from 'node:fs/promises'

const WINDOW = 65_536

/** A file read through a small window, so that looking over 64 MB holds 64 KB, however many look at once. */
export class Bytes {
  private readonly window = Buffer.allocUnsafe(WINDOW)
  private start = 0
  private held = 0

  constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {}

  /**
   * What is at hand from `position` on: `least` bytes or more (at most 65,536 can be asked), fewer only where the
   * file ends. The answer is a view that the next call overwrites.
   */
  async at(position: number, least: number): Promise<Buffer> {
    const wanted = Math.min(position + least, this.size)
    if (position < this.start || wanted > this.start + this.held) await this.fill(position)
    return this.window.subarray(position - this.start, this.held)
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
