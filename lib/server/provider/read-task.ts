import * as z from 'zod'
import { Problem } from '@/lib/shared/problem'
import { parseAnswer } from './answer'
import { ask, LOOK_MS } from './connection'
import { scrub } from './scrub'

/** How a task stands at the provider. `unrecognised` is a status number nobody has documented: look again later. */
export type Task = {
  status: 'pending' | 'processing' | 'uploading' | 'completed' | 'failed' | 'unrecognised'
  /** Where the results are, in no order that can be relied on. */
  urls: string[]
  /** The provider's words, mostly the reason of a failure. */
  message: string
}

const STATUSES: Record<number, Task['status']> = {
  1: 'pending',
  2: 'processing',
  3: 'completed',
  4: 'failed',
  5: 'uploading',
}

const foreign = z.object({
  task_status: z.coerce.number(),
  url: z.array(z.string()).nullish(),
  message: z.string().nullish(),
})

/**
 * Looks at a task. null: the provider says that there is none of this id, which for a new one may still change.
 * @throws Problem provider_unreachable whatever kept us from seeing: failing to look says nothing about the task.
 */
export async function readTask(taskid: string): Promise<Task | null> {
  const body = JSON.stringify({ taskid, moreTaskInfo: false })
  const reply = await ask({
    path: '/v1/video/infobytaskid',
    type: 'application/json',
    body,
    patience: LOOK_MS,
  }).catch((cause: unknown) => {
    throw unseen('The provider could not be reached.', cause)
  })
  if (reply.status === 404) return null
  const answer = parseAnswer(reply.body)
  const task = answer?.code === 1000 ? foreign.safeParse(answer.data).data : undefined
  if (reply.status >= 300 || !task) throw unseen(`HTTP ${reply.status}: ${scrub(reply.body.slice(0, 2_000))}`)
  return {
    status: STATUSES[task.task_status] ?? 'unrecognised',
    urls: task.url ?? [],
    message: scrub(task.message ?? ''),
  }
}

const unseen = (detail: string, cause?: unknown) => new Problem('provider_unreachable', detail, { cause })
