import * as z from 'zod'
import { findModel } from '@/lib/shared/models'
import { addressesOf } from './addresses'
import { schemeOf } from './authorization'
import { jsonOf } from './body'
import { startQueued } from './concurrency'
import type { FaultOn } from './faults'
import type { Poll } from './ledger'
import { answer, type Outcome } from './outcome'
import { notFound, success, unauthorized } from './replies'
import { spoil } from './spoil'
import { STATUS, statusOf, type Task } from './task'
import { FPS } from './video'
import type { World } from './world'

const requestSchema = z.object({ taskid: z.string(), moreTaskInfo: z.boolean().optional() })

/** POST /v1/video/infobytaskid */
export async function read(world: World, request: Request, ended: Promise<void>): Promise<Outcome> {
  const startedAt = world.now()
  const { taskid } = await jsonOf(request, requestSchema)
  const fault = world.faults.take('read', { taskids: [taskid] })
  const poll: Poll = { taskid, startedAt, endedAt: null, fault: fault?.fault ?? null, status: null }
  world.ledger.polls.push(poll)
  void ended.then(() => {
    poll.endedAt = world.now()
  })
  if (!schemeOf(request, world.key, world.settings)) return answer(unauthorized())
  const task = world.tasks.get(taskid)
  if (!task) return answer(notFound())
  return respond(world, request, task, fault, poll)
}

/** Faults of the task change the content of the response; faults of the network spoil its delivery. */
async function respond(
  world: World,
  request: Request,
  task: Task,
  fault: FaultOn<'read'> | null,
  poll: Poll,
): Promise<Outcome> {
  startQueued(world)
  if (fault?.fault === 'task-failed') task.failure = fault.message
  if (fault?.fault === 'skip-statuses') skip(task, fault.statuses)
  const status = statusOf(task, world.now())
  poll.status = fault?.fault === 'unknown-status' ? fault.status : status
  const url = status === STATUS.completed ? addressesOf(world, task, new URL(request.url).origin) : null
  const shape = fault?.fault === 'no-url' ? fault.url : world.settings.pendingUrl
  const odd = url && fault?.fault === 'odd-urls' ? { url: oddly(fault.urls, url) } : null
  const shown = odd ?? (url && fault?.fault !== 'no-url' ? { url } : NO_URL[shape])
  const message = status === STATUS.failed ? task.failure : ''
  const seed = fault?.fault === 'odd-seed' ? { seed: fault.seed } : {}
  const data = { ...dataOf(task, request), ...seed, ...shown, message, task_status: poll.status }
  const truth = success('success', data)
  if (!fault) return answer(truth)
  switch (fault.fault) {
    case 'task-failed':
    case 'skip-statuses':
    case 'unknown-status':
    case 'no-url':
    case 'odd-urls':
    case 'odd-seed':
      return answer(truth)
    case 'not-found':
      return answer(notFound())
    default:
      return spoil(fault, truth)
  }
}

const NO_URL = { empty: { url: [] }, null: { url: null }, absent: {} }

/** The ordered value, with `first` and `second` replaced by the true URLs. */
const oddly = (urls: unknown, [first, second]: string[]): unknown =>
  JSON.parse(
    JSON.stringify(urls, (_, value) => (value === 'first' ? first : value === 'second' ? second : value)),
  )

/** A skipped step takes no time. */
function skip({ timings }: Task, statuses: number[]): void {
  if (statuses.includes(STATUS.pending)) timings.pendingMs = 0
  if (statuses.includes(STATUS.processing)) timings.processingMs = 0
  if (statuses.includes(STATUS.uploading)) timings.uploadingMs = 0
}

function dataOf(
  { taskid, submission: { model, prompt, settings }, images, ratio, seed }: Task,
  request: Request,
) {
  const [first] = images
  return {
    taskid,
    prompt,
    imageurl: first ? new URL(`/sandbox/images/${first.sha256}`, request.url).href : '',
    resolution: settings.resolution,
    fps: FPS,
    source: findModel(model)?.path.split('/').at(-1) ?? '',
    duration: settings.duration,
    seed,
    ratio,
  }
}
