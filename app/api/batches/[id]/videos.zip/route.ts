import { batchVideos } from '@/lib/server/generations'
import { handle, streamAnswer } from '@/lib/server/http'

/** The videos of a batch as one archive. */
export const GET = handle<{ id: string }>(async (request, user, { id }) => {
  const { name, videos: _, ...zip } = await batchVideos(id, user)
  return streamAnswer(request, { ...zip, type: 'application/zip', name: `${name || id}.zip` })
})
export const HEAD = GET
