import { expectImage, images, videos } from '@/lib/server/generations'
import { announced, fileAnswer, handle, receiveFile } from '@/lib/server/http'

type Params = { id: string }

/** The video’s poster, for the gallery. */
export const GET = handle<Params>(async (request, user, { id }) =>
  fileAnswer(request, await videos.readPoster(id, user)),
)

/** Accepts the poster that a browser made of the video. The body is an image. */
export const PUT = handle<Params>(async (request, user, { id }) => {
  await videos.expectPoster(id, user)
  await expectImage(user, announced(request) ?? 1)
  return receiveFile(request, images.limits.fileBytes, user.id, async (file) => {
    await videos.keepPoster(id, file, user, request.signal)
    return new Response(null, { status: 204 })
  })
})
