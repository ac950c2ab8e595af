import { expectImage, images } from '@/lib/server/generations'
import { announced, handle, receiveFile } from '@/lib/server/http'

/** Uploads an image before the generation that will use it. The body is the file; `?crop=x,y,width,height` keeps a part of it. */
export const POST = handle(async (request, user) => {
  const crop = images.parseCrop(new URL(request.url).searchParams.get('crop'))
  await expectImage(user, announced(request) ?? 1)
  return receiveFile(request, images.limits.fileBytes, user.id, async (file) =>
    Response.json(await images.add(file, user, { crop, gone: request.signal }), { status: 201 }),
  )
})
