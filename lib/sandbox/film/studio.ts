import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Film, Order } from './order'
import { render, renderTiny } from './render'

const AT_ONCE = 2

export type Studio = {
  /**
   * The film for this order; the same order a second time costs nothing. At most two are made at once, the rest wait.
   * @throws NoFfmpeg | Error when an image cannot be decoded or ffmpeg fails | AbortError after close().
   */
  film(order: Order): Promise<Film>
  /** Ends what is being made. Resolves when no process is left. */
  close(): Promise<void>
}

/** `tiny` makes one plain film per format and hands it to everyone: for tests that create hundreds of tasks. */
export function createStudio(folder: string, style: 'rendered' | 'tiny'): Studio {
  const films = new Map<string, Promise<Film>>()
  const closing = new AbortController()
  const benches = Array.from({ length: AT_ONCE }, (): Promise<unknown> => Promise.resolve())
  let turn = 0

  async function make(order: Order, key: string): Promise<Film> {
    closing.signal.throwIfAborted()
    const own = join(folder, key)
    await mkdir(own)
    return (style === 'tiny' ? renderTiny : render)(order, own, closing.signal)
  }

  return {
    film(order) {
      const key = keyOf(order, style)
      const known = films.get(key)
      if (known) return known
      const bench = turn++ % AT_ONCE
      const film = (benches[bench] ?? Promise.resolve()).then(() => make(order, key))
      benches[bench] = film.catch(() => undefined)
      films.set(key, film)
      return film
    },
    async close() {
      closing.abort()
      await Promise.all(benches)
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
