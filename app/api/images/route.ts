import { images } from '@/lib/server/generations'
import { handle, receiveFile } from '@/lib/server/http'

/** Takes one image in, ahead of the generation that will use it. The body is the file. */
export const POST = handle((request, person) =>
  receiveFile(request, images.limits.fileBytes, async (file) =>
    Response.json(await images.add(file, person), { status: 201 }),
  ),
)
