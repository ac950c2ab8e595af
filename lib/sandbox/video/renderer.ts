import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Film, Order } from './order'
import { render, renderTiny } from './render'
import { createTurns } from './turns'

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
  const turns = createTurns(AT_ONCE)

  async function make(order: Order, key: string): Promise<Film> {
    closing.signal.throwIfAborted()
    const own = join(folder, key)
    await mkdir(own, { recursive: true })
    return (style === 'tiny' ? renderTiny : render)(order, own, closing.signal)
  }

  return {
    film(order) {
      const key = keyOf(order, style)
      const film = films.get(key) ?? turns.take(() => make(order, key))
      films.set(key, film)
      film.catch(() => films.delete(key)) // another task may have better luck; this one hears of it by itself
      return film
    },
    async close() {
      closing.abort()
      await Promise.allSettled(films.values())
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
