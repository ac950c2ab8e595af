import * as z from 'zod/mini'
import { type Generation, STATUSES, type UploadedImage } from '@/lib/shared/generation'
import { DEFAULT_MODEL, readSettings } from '@/lib/shared/models'
import type { Waiting } from '@/lib/shared/waiting'

export { problemBodySchema } from '@/lib/shared/problem-body'

const image = z.object({ id: z.string(), width: z.number(), height: z.number() })

const received = z.object({
  id: z.string(),
  taskid: z.nullable(z.string()),
  taskidEntered: z.boolean(),
  status: z.enum(STATUSES),
  model: z._default(z.string(), DEFAULT_MODEL),
  prompt: z.string(),
  settings: z.unknown(),
  images: z.array(image),
  starred: z.boolean(),
  shared: z.boolean(),
  by: z.nullable(z.string()),
  manageable: z.boolean(),
  failure: z.nullable(z.object({ code: z.string(), message: z.string() })),
  video: z.nullable(
    z.object({
      url: z.string(),
      type: z.string(),
      bytes: z.number(),
      width: z.number(),
      height: z.number(),
      duration: z.number(),
    }),
  ),
  lastFrame: z.nullable(
    z.object({ url: z.string(), type: z.string(), width: z.number(), height: z.number() }),
  ),
  poster: z.nullable(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
  completedAt: z.nullable(z.string()),
})

/** Settings as forgiving as old records are: a server of another version must not end the whole gallery. */
const generation = z.pipe(
  received,
  z.transform((item, { issues }) => {
    const settings = readSettings(item.model, item.settings)
    if (settings) return { ...item, settings }
    issues.push({ code: 'invalid_type', expected: 'object', input: item.settings, path: ['settings'] })
    return z.NEVER
  }),
)

/** A stretch of the feed, newest first. `nextCursor` null: there is nothing older. */
export type GenerationPage = { items: Generation[]; nextCursor: string | null }

/** Our server's answers, checked: something between it and the browser may have answered in its place. */
export const generationSchema: z.ZodMiniType<Generation> = generation
export const pageSchema: z.ZodMiniType<GenerationPage> = z.object({
  items: z.array(generation),
  nextCursor: z.nullable(z.string()),
})
export const uploadedImageSchema: z.ZodMiniType<UploadedImage> = z.extend(image, {
  type: z.string(),
  bytes: z.number(),
})
export const waitingSchema: z.ZodMiniType<{ items: Waiting[] }> = z.object({
  items: z.array(
    z.object({
      duration: z.number(),
      resolution: z.string(),
      count: z.number(),
      median: z.number(),
      nineInTen: z.number(),
    }),
  ),
})
