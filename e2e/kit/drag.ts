import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'

type Dragged = { files?: string[]; items?: { mimeType: string; data: string }[] }

/** Drags something over a point of the page. Uses CDP, because a scripted drag event carries no real files. */
export async function drag(page: Page, { files = [], items = [] }: Dragged, at = { x: 900, y: 400 }) {
  const browser = await page.context().newCDPSession(page)
  const send = (type: 'dragEnter' | 'dragOver' | 'dragCancel' | 'drop') =>
    browser.send('Input.dispatchDragEvent', { type, ...at, data: { items, files, dragOperationsMask: 1 } })
  await send('dragEnter')
  await send('dragOver')
  return { drop: () => send('drop'), cancel: () => send('dragCancel') }
}

export const centre = async (locator: Locator) => {
  const { x, y, width, height } = (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: x + width / 2, y: y + height / 2 }
}

/** Writes files into a temporary folder; returns its path and theirs, in order. */
export async function onDisk(files: Record<string, Buffer | string>) {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-drop-'))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  const paths = Object.keys(files).map((name) => join(folder, name))
  return { folder, paths, clean: () => rm(folder, { recursive: true }) }
}
