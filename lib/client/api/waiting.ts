import * as z from 'zod/mini'
import { DURATIONS, RESOLUTIONS } from '@/lib/shared/seedance'
import type { Waiting } from '@/lib/shared/waiting'

const answer: z.ZodMiniType<{ items: Waiting[] }> = z.object({
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

/**
 * How long films took on this studio; null when that cannot be had just now, which is no reason to tell anyone: what
 * was known before is as good.
 */
export async function readWaiting(): Promise<Waiting[] | null> {
  try {
    return answer.parse(await (await fetch('/api/waiting')).json()).items
  } catch {
    return null
  }
}
