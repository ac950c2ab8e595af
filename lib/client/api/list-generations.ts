import type { Generation } from '@/lib/shared/generation'
import { parametersOf, type View } from '@/lib/shared/view'
import type { GenerationPage } from './answers'

/** How long an answer is waited for: a line that has died says nothing. */
const PATIENCE_MS = 20_000

async function get(url: string, stop?: AbortSignal): Promise<Response> {
  const signals = [AbortSignal.timeout(PATIENCE_MS), ...(stop ? [stop] : [])]
  return fetch(url, { headers: { accept: 'application/json' }, signal: AbortSignal.any(signals) })
}

const unexpected = ({ url, status }: Response) => new Error(`${url} answered with HTTP ${status}.`)

/**
 * Reads a stretch of a view, newest first, from a cursor on; null: from the newest.
 * @throws Error when the line is broken, something else than our server answers, or it was told to stop
 */
export async function listGenerations(
  view: View,
  { cursor, limit, stop }: { cursor: string | null; limit: number; stop?: AbortSignal },
): Promise<GenerationPage> {
  const asked = new URLSearchParams({
    ...parametersOf(view),
    limit: `${limit}`,
    ...(cursor !== null && { cursor }),
  })
  const response = await get(`/api/generations?${asked}`, stop)
  if (!response.ok) throw unexpected(response)
  const { pageSchema } = await import('./answers')
  return pageSchema.parse(await response.json())
}

/** Reads one generation; null when it is gone. @throws Error as above */
export async function readGeneration(id: string, stop?: AbortSignal): Promise<Generation | null> {
  const response = await get(`/api/generations/${encodeURIComponent(id)}`, stop)
  if (response.status === 404) return null
  if (!response.ok) throw unexpected(response)
  const { generationSchema } = await import('./answers')
  return generationSchema.parse(await response.json())
}
