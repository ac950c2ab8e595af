import { films } from '@/lib/server/generations'
import { fileAnswer, handle } from '@/lib/server/http'

/** The saved film, whole or a part of it; with `?download=1` to be kept as a file. */
export const GET = handle<{ id: string }>(async (request, person, { id }) =>
  fileAnswer(request, await films.readVideo(id, person)),
)
export const HEAD = GET
