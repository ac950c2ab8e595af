import * as z from 'zod/mini'
import { type Generation, STATUSES, type UploadedImage } from '@/lib/shared/generation'
import { DURATIONS, RATIOS, RESOLUTIONS } from '@/lib/shared/seedance'
import type { Waiting } from '@/lib/shared/waiting'

export { problemBodySchema } from '@/lib/shared/problem-body'

const image = z.object({ id: z.string(), width: z.number(), height: z.number() })

const generation = z.object({
  id: z.string(),
  taskid: z.nullable(z.string()),
  taskidEntered: z.boolean(),
  status: z.enum(STATUSES),
  prompt: z.string(),
  settings: z.object({
    ratio: z.enum(RATIOS),
    duration: z.literal(DURATIONS),
    resolution: z.enum(RESOLUTIONS),
    seed: z.nullable(z.number()),
    fps: z.string(),
    generateAudio: z.boolean(),
    returnLastFrame: z.boolean(),
    websearch: z.boolean(),
    executionExpiresAfter: z.nullable(z.number()),
  }),
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
      duration: z.literal(DURATIONS),
      resolution: z.enum(RESOLUTIONS),
      count: z.number(),
      median: z.number(),
      nineInTen: z.number(),
    }),
  ),
})
