import { videos } from '@/lib/server/generations'
import { fileAnswer, handle } from '@/lib/server/http'

/** The saved video, or a range of it; with `?download=1` as an attachment. */
export const GET = handle<{ id: string }>(async (request, user, { id }) =>
  fileAnswer(request, await videos.readVideo(id, user)),
)
export const HEAD = GET
