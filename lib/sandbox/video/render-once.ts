import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Order, RenderedVideo } from './order'

/**
 * Renders into `folder` unless it exists. Processes that do so at once don't disturb each other: a folder gets its name
 * only when it is complete, and the first one stays.
 */
export async function renderOnce(
  folder: string,
  { lastFrame }: Pick<Order, 'lastFrame'>,
  render: (into: string) => Promise<unknown>,
): Promise<RenderedVideo> {
  if (!existsSync(folder)) {
    const draft = await mkdtemp(`${folder}-`)
    try {
      await render(draft)
      await rename(draft, folder)
    } catch (error) {
      await rm(draft, { recursive: true })
      if (!existsSync(folder)) throw error
    }
  }
  return {
    video: join(folder, 'video.mp4'),
    lastFrame: lastFrame ? join(folder, 'last-frame.png') : null,
  }
}
