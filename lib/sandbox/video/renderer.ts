import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Order, RenderedVideo } from './order'
import { renderTiny, render as renderVideo } from './render'
import { renderOnce } from './render-once'
import { createTurns } from './turns'

const CONCURRENCY = 2

export type Renderer = {
  /**
   * Renders an order, once: results are cached. At most two render concurrently; the rest wait.
   * @throws NoFfmpeg | Error when an image cannot be decoded or ffmpeg fails | AbortError after close().
   */
  render(order: Order): Promise<RenderedVideo>
  /** Aborts rendering. Resolves when no process is left. */
  close(): Promise<void>
}

/**
 * `tiny` renders one plain video per format and shares it, for tests that create hundreds of tasks: among all processes
 * with the same TINY_VIDEOS in their environment, the path of a folder.
 */
export function createRenderer(
  folder: string,
  style: 'rendered' | 'tiny',
  shared = process.env.TINY_VIDEOS,
): Renderer {
  const renders = new Map<string, Promise<RenderedVideo>>()
  const closing = new AbortController()
  const turns = createTurns(CONCURRENCY)

  async function make(order: Order, key: string): Promise<RenderedVideo> {
    closing.signal.throwIfAborted()
    if (style === 'tiny' && shared)
      return renderOnce(join(shared, key), order, (into) => renderTiny(order, into, closing.signal))
    const own = join(folder, key)
    await mkdir(own, { recursive: true })
    return (style === 'tiny' ? renderTiny : renderVideo)(order, own, closing.signal)
  }

  return {
    render(order) {
      const key = keyOf(order, style)
      const rendered = renders.get(key) ?? turns.take(() => make(order, key))
      renders.set(key, rendered)
      rendered.catch(() => renders.delete(key)) // another task may retry; this one gets the rejection
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
