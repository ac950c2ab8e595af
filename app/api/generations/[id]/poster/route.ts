import { expectImage, films, images } from '@/lib/server/generations'
import { announced, fileAnswer, handle, receiveFile } from '@/lib/server/http'

type Params = { id: string }

/** A still of the film, for the gallery. */
export const GET = handle<Params>(async (request, person, { id }) =>
  fileAnswer(request, await films.readPoster(id, person)),
)

/** Takes the still that a browser made of the film. The body is an image. */
export const PUT = handle<Params>(async (request, person, { id }) => {
  await films.expectPoster(id, person)
  await expectImage(person, announced(request) ?? 1)
  return receiveFile(request, images.limits.fileBytes, person.id, async (file) => {
    await films.keepPoster(id, file, person, request.signal)
    return new Response(null, { status: 204 })
  })
})
