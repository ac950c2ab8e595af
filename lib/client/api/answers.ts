import * as z from 'zod/mini'
import type { Eta } from '@/lib/shared/eta'
import { type Generation, STATUSES, type UploadedImage } from '@/lib/shared/generation'
import { DEFAULT_MODEL, readSettings } from '@/lib/shared/models'
import { PAUSES, type Queue } from '@/lib/shared/queue'
import { COST_STATES } from '@/lib/shared/spend/cost'
import type { TagCount } from '@/lib/shared/tags'

export { problemBodySchema } from '@/lib/shared/problem-body'

const image = z.object({ id: z.string(), width: z.number(), height: z.number() })

const time = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))))

/** Members with a fallback for when they are missing or unreadable. */
const tolerant = {
  flag: z.catch(z.boolean(), false),
  text: z.catch(z.nullable(z.string()), null),
  number: z.catch(z.nullable(z.number()), null),
  time: z.catch(z.nullable(time), null),
}

const paused = z.nullable(z.enum(PAUSES))

const received = z.object({
  id: z.string(),
  taskid: tolerant.text,
  taskidEntered: tolerant.flag,
  status: z.catch(z.nullable(z.enum(STATUSES)), null),
  model: z.catch(z.string(), DEFAULT_MODEL),
  prompt: z.catch(z.string(), ''),
  settings: z.unknown(),
  seed: tolerant.number,
  images: z.catch(z.array(image), []),
  tags: z.catch(z.array(z.string()), []),
  starred: tolerant.flag,
  shared: tolerant.flag,
  by: tolerant.text,
  manageable: tolerant.flag,
  failure: z.catch(z.nullable(z.object({ code: z.string(), message: z.string() })), null),
  video: z.catch(
    z.nullable(
      z.object({
        url: z.string(),
        type: z.string(),
        bytes: z.number(),
        width: z.number(),
        height: z.number(),
        duration: z.number(),
      }),
    ),
    null,
  ),
  lastFrame: z.catch(
    z.nullable(z.object({ url: z.string(), type: z.string(), width: z.number(), height: z.number() })),
    null,
  ),
  poster: tolerant.text,
  queue: z.catch(z.nullable(z.object({ position: z.number(), paused, startsIn: tolerant.number })), null),
  cost: z.catch(z.nullable(z.object({ credits: z.number(), state: z.enum(COST_STATES) })), null),
  batch: z.catch(z.nullable(z.object({ id: z.string(), row: z.number() })), null),
  createdAt: z.catch(time, new Date(0).toISOString()),
  sentAt: tolerant.time,
  updatedAt: z.catch(time, new Date(0).toISOString()),
  completedAt: tolerant.time,
})

/**
 * Tolerant, because a page can be older than its server: a generation that cannot be read is shown as unreadable and
 * doesn’t affect the others.
 */
const generation = z.pipe(
  received,
  z.transform(({ status, ...item }): Generation => {
    const whole = status !== null && (status !== 'completed' || item.video !== null)
    const settings = whole ? readSettings(item.model, item.settings) : null
    return { ...item, status: status ?? 'unknown', settings }
  }),
)

/** A page of the feed, newest first. `nextCursor` null: there is nothing older. */
export type GenerationList = { items: Generation[]; nextCursor: string | null }

/** Our server’s responses, validated, because a proxy or captive portal may have answered instead. */
export const generationSchema: z.ZodMiniType<Generation> = generation
/** What creating answers: one generation, or several. */
export const createdSchema: z.ZodMiniType<Generation[]> = z.union([
  z.pipe(
    z.object({ items: z.array(generation) }),
    z.transform(({ items }) => items),
  ),
  z.pipe(
    generation,
    z.transform((one) => [one]),
  ),
])
export const pageSchema: z.ZodMiniType<GenerationList> = z.object({
  items: z.array(generation),
  nextCursor: z.nullable(z.string()),
})
export const uploadedImageSchema: z.ZodMiniType<UploadedImage> = z.extend(image, {
  type: z.string(),
  bytes: z.number(),
})
export const etaSchema: z.ZodMiniType<{ items: Eta[] }> = z.object({
  items: z.array(
    z.object({
      duration: z.number(),
      resolution: z.string(),
      count: z.number(),
      median: z.number(),
      p90: z.number(),
    }),
  ),
})
export const tagsSchema: z.ZodMiniType<{ items: TagCount[] }> = z.object({
  items: z.array(z.object({ tag: z.string(), count: z.number() })),
})
export const queueSchema: z.ZodMiniType<Queue> = z.object({
  paused,
  parallel: z.nullable(z.number()),
  running: z.number(),
  queued: z.number(),
})
