import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Order, RenderedVideo } from './order'
import { render, renderTiny } from './render'
import { createTurns } from './turns'

const AT_ONCE = 2

export type Studio = {
  /**
   * The video for this order; the same order a second time costs nothing. At most two are made at once, the rest wait.
   * @throws NoFfmpeg | Error when an image cannot be decoded or ffmpeg fails | AbortError after close().
   */
  rendered(order: Order): Promise<RenderedVideo>
  /** Ends what is being made. Resolves when no process is left. */
  close(): Promise<void>
}

/** `tiny` makes one plain video per format and hands it to everyone: for tests that create hundreds of tasks. */
export function createStudio(folder: string, style: 'rendered' | 'tiny'): Studio {
  const renders = new Map<string, Promise<RenderedVideo>>()
  const closing = new AbortController()
  const turns = createTurns(AT_ONCE)

  async function make(order: Order, key: string): Promise<RenderedVideo> {
    closing.signal.throwIfAborted()
    const own = join(folder, key)
    await mkdir(own, { recursive: true })
    return (style === 'tiny' ? renderTiny : render)(order, own, closing.signal)
  }

  return {
    rendered(order) {
      const key = keyOf(order, style)
      const rendered = renders.get(key) ?? turns.take(() => make(order, key))
      renders.set(key, rendered)
      rendered.catch(() => renders.delete(key)) // another task may have better luck; this one hears of it by itself
      return rendered
    },
    async close() {
      closing.abort()
      await Promise.allSettled(renders.values())
    },
  }
}

function keyOf(order: Order, style: 'rendered' | 'tiny'): string {
  const { ratio, resolution, duration, sound, lastFrame } = order
  const format = { ratio, resolution, duration, sound, lastFrame }
  const content = { ...order, images: order.images.map(({ sha256 }) => sha256) }
  return createHash('sha256')
    .update(JSON.stringify(style === 'tiny' ? format : content))
    .digest('hex')
}
