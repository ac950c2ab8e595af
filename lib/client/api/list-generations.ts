import type { Generation } from '@/lib/shared/generation'
import { parametersOf, type View } from '@/lib/shared/view'
import type { GenerationList } from './answers'
import { remembering } from './remembering'

const page = remembering(
  async (json): Promise<GenerationList> => (await import('./answers')).pageSchema.parse(json),
)
const one = remembering(
  async (json): Promise<Generation> => (await import('./answers')).generationSchema.parse(json),
)

/**
 * Reads a stretch of a view, newest first, from a cursor on; null: from the newest. What has not changed since it was
 * read before is the same object.
 * @throws Error when the line is broken, something else than our server answers, or it was told to stop
 */
export async function listGenerations(
  view: View,
  { cursor, limit, stop }: { cursor: string | null; limit: number; stop?: AbortSignal },
): Promise<GenerationList> {
  const asked = new URLSearchParams({
    ...parametersOf(view),
    limit: `${limit}`,
    ...(cursor !== null && { cursor }),
  })
  const found = await page(`/api/generations?${asked}`, stop)
  if (found) return found
  throw new Error('The list of generations is missing.')
}

/** Reads one generation; null when it is gone. @throws Error as above */
export const readGeneration = (id: string, stop?: AbortSignal): Promise<Generation | null> =>
  one(`/api/generations/${encodeURIComponent(id)}`, stop)
