import type { Generation } from '@/lib/shared/generation'
import { parametersOf, type View } from '@/lib/shared/view'
import type { GenerationList } from './answers'
import { remembering } from './remembering'

const page = remembering(
  async (json): Promise<GenerationList> => (await import('./answers')).pageSchema.parse(json),
)
const single = remembering(
  async (json): Promise<Generation> => (await import('./answers')).generationSchema.parse(json),
)

/**
 * Reads a page of a view, newest first, starting at a cursor (null: at the newest). If nothing has changed since the
 * last read, returns the same object.
 * @throws Error on a network error, an invalid response, or when aborted by `stop`
 */
export async function listGenerations(
  view: View,
  { cursor, limit, stop }: { cursor: string | null; limit: number; stop?: AbortSignal },
): Promise<GenerationList> {
  const query = new URLSearchParams({
    ...parametersOf(view),
    limit: `${limit}`,
    ...(cursor !== null && { cursor }),
  })
  const found = await page(`/api/generations?${query}`, stop)
  if (found) return found
  throw new Error('The list of generations is missing.')
}

/**
 * Reads one generation; null if it no longer exists.
 * @throws Error as above
 */
export const readGeneration = (id: string, stop?: AbortSignal): Promise<Generation | null> =>
  single(`/api/generations/${encodeURIComponent(id)}`, stop)
