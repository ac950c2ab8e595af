import { images } from '@/lib/server/generations'
import { fileAnswer, handle } from '@/lib/server/http'

/** The image as sent to the provider; with `?thumbnail=1` a small version. */
export const GET = handle<{ id: string }>(async (request, user, { id }) => {
  const small = new URL(request.url).searchParams.get('thumbnail') === '1'
  return fileAnswer(request, await (small ? images.readThumbnail(id, user) : images.read(id, user)))
})
