import { CACHE } from './forget-copies'

/** Two in the form, and two before them. */
const MOST = 4

const keyOf = (id: string): string => `/api/images/${encodeURIComponent(id)}`

/** Keeps a copy of an uploaded photo; does without where it fails, or the browser has no room or no cache (plain http). */
export async function keepCopy(id: string, photo: Blob | Promise<Blob>): Promise<void> {
  try {
    const [cache, bytes] = await Promise.all([caches.open(CACHE), photo])
    await cache.put(keyOf(id), new Response(bytes, { headers: { 'content-type': bytes.type } }))
    const kept = await cache.keys() // oldest first
    await Promise.all(kept.slice(0, -MOST).map((one) => cache.delete(one)))
  } catch {
    // The photo can still be chosen again.
  }
}

/** The kept copy of a photo, as a file of this name; null if there is none. */
export async function copyOf(id: string, name: string): Promise<File | null> {
  try {
    const kept = await (await caches.open(CACHE)).match(keyOf(id))
    return kept ? new File([await kept.blob()], name, { type: kept.headers.get('content-type') ?? '' }) : null
  } catch {
    return null
  }
}
