import * as z from 'zod'
import { config } from '@/lib/server/config.js'
import { queue } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { Problem } from '@/lib/shared/problem'
import type { Queue } from '@/lib/shared/queue'

/** The queue of the whole studio. */
export async function readQueue(): Promise<Queue> {
  const { paused, ids, running } = await queue.standing()
  return { paused, parallel: config().TENSORSLAB_PARALLEL_TASKS ?? null, running, queued: ids.length }
}

const change = z.strictObject({ paused: z.boolean() })

/**
 * Holds the queue, or lets it go on, also after it stopped for want of credits.
 * @throws Problem invalid_input
 */
export async function updateQueue(body: unknown): Promise<Queue> {
  const { data } = change.safeParse(body)
  if (!data)
    throw new Problem(
      'invalid_input',
      'Send {"paused": true} to hold the queue, or {"paused": false} to go on.',
    )
  await queue.pause(data.paused ? 'by_person' : null)
  log().info({ paused: data.paused }, 'a person changed the queue')
  return readQueue()
}
