import { videos } from '@/lib/server/generations'
import { fileAnswer, handle } from '@/lib/server/http'

/** The saved video, whole or a part of it; with `?download=1` to be kept as a file. */
export const GET = handle<{ id: string }>(async (request, user, { id }) =>
  fileAnswer(request, await videos.readVideo(id, user)),
)
export const HEAD = GET
