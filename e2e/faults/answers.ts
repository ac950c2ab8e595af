import * as z from 'zod'
import { STATUSES } from '@/lib/shared/generation'
import { problemBodySchema } from '@/lib/shared/problem-body'

const video = z.object({ url: z.string(), width: z.number(), height: z.number() })

const recordSchema = z.object({
  id: z.string(),
  taskid: z.string().nullable(),
  status: z.enum(STATUSES),
  prompt: z.string(),
  settings: z.object({ ratio: z.string(), resolution: z.string() }),
  images: z.array(z.object({ id: z.string() })),
  failure: z.object({ code: z.string() }).nullable(),
  video: video.nullable(),
  lastFrame: video.nullable(),
})
/** A generation as the studio's API returns it. */
export type StudioRecord = z.output<typeof recordSchema>

export const pageSchema = z.object({ items: z.array(recordSchema), nextCursor: z.string().nullable() })
export const imageSchema = z.object({ id: z.string() })

/** The studio's response to a create. */
export type Answer =
  | { type: 'record'; status: number; replayed: boolean; record: StudioRecord }
  | { type: 'problem'; status: number; code: string; generation: string | null }

/** @throws ZodError when the response is neither a generation nor a problem */
export async function answerOf(response: Response): Promise<Answer> {
  const { status } = response
  const body: unknown = await response.json()
  if (response.ok) {
    const replayed = response.headers.get('idempotent-replayed') === 'true'
    return { type: 'record', status, replayed, record: recordSchema.parse(body) }
  }
  const { code, generation } = problemBodySchema.parse(body)
  return { type: 'problem', status, code, generation: generation ?? null }
}
