import { addImage, SUBMISSION_LIMITS } from '@/lib/server/generations'
import { handle, receiveFile } from '@/lib/server/http'

/** Takes one image in, ahead of the generation that will use it. The body is the file. */
export const POST = handle((request, person) =>
  receiveFile(request, SUBMISSION_LIMITS.fileBytes, async (file) =>
    Response.json(await addImage(file, person), { status: 201 }),
  ),
)
