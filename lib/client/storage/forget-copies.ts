/** Photos as they were uploaded, by their id on the server: the draft outlives a reload, and the server's copy may be gone by then. */
export const CACHE = 'photos'

/** Deletes all copies. Apart from photo-copies.ts, because every page that knows its user needs it at once. */
export async function forgetCopies(): Promise<void> {
  try {
    await caches.delete(CACHE)
  } catch {
    // access to storage is forbidden, or there is none: nothing was kept
  }
}
