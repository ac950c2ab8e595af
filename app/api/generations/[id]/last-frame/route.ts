import { films } from '@/lib/server/generations'
import { fileAnswer, handle } from '@/lib/server/http'

/** The saved last frame; with `?download=1` to be kept as a file. */
export const GET = handle<{ id: string }>(async (request, person, { id }) =>
  fileAnswer(request, await films.readLastFrame(id, person)),
)
export const HEAD = GET
