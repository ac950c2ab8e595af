import * as z from 'zod'
import { Problem } from '@/lib/shared/problem'
import { readSeed } from '@/lib/shared/seed'
import { parseAnswer, SUCCESS, saysNotThere, whole } from './answer'
import { ask, READ_TIMEOUT_MS } from './connection'
import { scrub } from './scrub'
import { UnreadableReply } from './unreadable-reply'

/** A task's state at the provider. `unrecognised`: an undocumented status number; poll again later. */
export type Task = {
  status: 'pending' | 'processing' | 'uploading' | 'completed' | 'failed' | 'unrecognised'
  /** Result addresses without duplicates, in the provider's order, which doesn't tell what they are. */
  urls: string[]
  /** The seed that it reports; null for none that could be sent again. */
  seed: number | null
  /** The provider's message, mostly the reason for a failure. */
  message: string
}

const STATUSES: Record<number, Task['status']> = {
  1: 'pending',
  2: 'processing',
  3: 'completed',
  4: 'failed',
  5: 'uploading',
}

/** Skips non-strings rather than failing: the list may hold null where there is no last frame. */
const foreign = z.object({
  task_status: whole,
  url: z
    .unknown()
    .optional()
    .transform((url) => [
      ...new Set([url].flat().flatMap((one) => (typeof one === 'string' && one.trim() ? one.trim() : []))),
    ]),
  seed: z.unknown().optional().transform(readSeed),
  message: z
    .unknown()
    .optional()
    .transform((message) => (typeof message === 'string' ? message : '')),
})

/**
 * Polls a task. null: the provider itself says that it doesn't know the taskid, which may still change for a new one.
 * @throws Problem provider_unreachable: the poll failed, which says nothing about the task
 */
export async function readTask(taskid: string): Promise<Task | null> {
  const body = JSON.stringify({ taskid, moreTaskInfo: false })
  const reply = await ask({
    path: '/v1/video/infobytaskid',
    type: 'application/json',
    body,
    timeout: READ_TIMEOUT_MS,
  }).catch((cause: unknown) => {
    throw unreachable('The provider can’t be reached.', cause)
  })
  if (saysNotThere(reply)) return null
  const answer = parseAnswer(reply.body)
  const task = answer?.code === SUCCESS ? foreign.safeParse(answer.data).data : undefined
  if (reply.status >= 300 || !task) {
    throw unreachable(
      `The provider’s answer couldn’t be read (HTTP ${reply.status}).`,
      new UnreadableReply(reply),
    )
  }
  return {
    status: STATUSES[task.task_status] ?? 'unrecognised',
    urls: task.url,
    seed: task.seed,
    message: scrub(task.message),
  }
}

const unreachable = (detail: string, cause?: unknown) =>
  new Problem('provider_unreachable', detail, { cause })
