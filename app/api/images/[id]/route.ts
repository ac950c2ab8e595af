import { images } from '@/lib/server/generations'
import { fileAnswer, handle } from '@/lib/server/http'

/** The image as the provider gets it, or with `?thumbnail=1` a small one of it. */
export const GET = handle<{ id: string }>(async (request, user, { id }) => {
  const small = new URL(request.url).searchParams.get('thumbnail') === '1'
  return fileAnswer(request, await (small ? images.readThumbnail(id, user) : images.read(id, user)))
})
