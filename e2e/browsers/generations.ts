import * as z from 'zod'
import type { Stage } from './stage'

const listSchema = z.object({
  items: z.array(
    z.object({
      prompt: z.string(),
      taskid: z.string().nullable(),
      status: z.string(),
      images: z.array(z.object({ id: z.string() })),
    }),
  ),
})

/** The studio's generations, newest first. */
export const generationsOf = async ({ url }: Stage) =>
  listSchema.parse(await (await fetch(`${url}/api/generations?limit=100`)).json()).items

/** The bytes of an uploaded photo, as they are sent. */
export const imageOf = async ({ url }: Stage, id: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(`${url}/api/images/${id}`)).arrayBuffer())
