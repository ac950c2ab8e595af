import { type GenerationPage, pageSchema } from './answers'

export const PAGE_SIZE = 24

/** Where a stretch of the feed is. `cursor` null: the newest. */
export const pageUrl = (cursor: string | null): string =>
  `/api/generations?limit=${PAGE_SIZE}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`

/**
 * Reads a stretch of the feed.
 * @throws Error when the line is broken or something else than our server answers.
 */
export async function listGenerations(url: string): Promise<GenerationPage> {
  const response = await fetch(url, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${url} answered with HTTP ${response.status}.`)
  return pageSchema.parse(await response.json())
}
