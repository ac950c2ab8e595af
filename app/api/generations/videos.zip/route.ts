import { zipVideos } from '@/lib/server/generations'
import { handle, readRepeated, streamAnswer } from '@/lib/server/http'

/** The videos of the generations named by `id`, which is repeated, as one archive. */
export const GET = handle(async (request, user) => {
  const { videos, ...zip } = await zipVideos(readRepeated(request, 'id'), user)
  const date = new Date().toISOString().slice(0, 10)
  const name = `promptreel ${date} ${videos === 1 ? '1 video' : `${videos} videos`}.zip`
  return streamAnswer(request, { ...zip, type: 'application/zip', name })
})
export const HEAD = GET
