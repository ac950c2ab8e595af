import { createHash } from 'node:crypto'
import * as z from 'zod'
import { CANARY } from '@/e2e/kit'
import { about, type Check } from './check'
import type { Case, Reconciliation } from './reconciliation'
import type { Scenario } from './scenario'
import type { Stage } from './stage'
import { sizeOf } from './submissions'

const taskSchema = z.object({ data: z.object({ url: z.array(z.string()) }) })
const FAILED = 4 // task_status in the provider's contract

/** Every video made, its last frame and its photos are saved byte for byte under their own submission. */
export async function videosSafe({ stage }: Scenario, { cases }: Reconciliation): Promise<Check> {
  const followed = cases.filter(({ records: [record] }) => record?.taskid)
  const complaints: string[] = []
  for (const one of followed) {
    for await (const why of complaintsAboutVideo(stage, one)) complaints.push(`${about(one.diary)} ${why}`)
  }
  return { name: 'every video is saved', checked: followed.length, complaints }
}

/** A task's files are downloaded one at a time: concurrent downloads would mean that two workers hold its lease. */
export function oneAtATime({ ledger: { downloads } }: Reconciliation): Check {
  const complaints = downloads
    .filter(({ taskid, startedAt }, index) =>
      downloads
        .slice(0, index)
        .some((one) => one.taskid === taskid && (one.endedAt === null || one.endedAt > startedAt)),
    )
    .map(({ taskid, file }) => `the ${file} of ${taskid} was downloaded concurrently`)
  return { name: 'no task is worked on concurrently', checked: downloads.length, complaints }
}

async function* complaintsAboutVideo(
  stage: Stage,
  { diary: { submission }, tasks: [task], records: [record] }: Case,
): AsyncGenerator<string> {
  if (!task || !record) return // a lost taskid, which nothingLost reports
  if (record.status === 'failed' && record.failure?.code === 'generation_failed' && task.status === FAILED)
    return
  if (record.status !== 'completed' || !record.video) {
    yield `is ${record.status} at task_status ${task.status}`
    return
  }
  const [width, height] = sizeOf(submission)
  if (record.video.width !== width || record.video.height !== height)
    yield `is a video of ${record.video.width}×${record.video.height}, not ${width}×${height}`
  yield* complaintsAboutPhotos(stage, record.images, task.images)
  if (task.status === FAILED) return // failed only after the video was out: the provider no longer shows it
  const shown = [record.video, record.lastFrame].flatMap((file) => file?.url ?? [])
  const here = await Promise.all(shown.map(async (path) => hashOf(`${await stage.url()}${path}`)))
  const there = await hashesAtProvider(stage, task.taskid)
  if (here.length !== (submission.lastFrame ? 2 : 1)) yield `has ${here.length} files`
  if (here.toSorted().join() !== there.toSorted().join()) yield 'has other bytes than the provider made'
}

async function* complaintsAboutPhotos(
  stage: Stage,
  kept: { id: string }[],
  received: { sha256: string }[],
): AsyncGenerator<string> {
  const hashes = await Promise.all(
    kept.map(async ({ id }) => hashOf(`${await stage.url()}/api/images/${id}`)),
  )
  if (hashes.join() !== received.map(({ sha256 }) => sha256).join()) yield 'was made from other photos'
}

/** Asks the provider directly what it has made. */
async function hashesAtProvider({ providerUrl }: Stage, taskid: string): Promise<string[]> {
  const response = await fetch(`${providerUrl}/v1/video/infobytaskid`, {
    method: 'POST',
    headers: { authorization: `Bearer ${CANARY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ taskid }),
  })
  return Promise.all(taskSchema.parse(await response.json()).data.url.map(hashOf))
}

async function hashOf(url: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) return `HTTP ${response.status} at ${url}`
  return createHash('sha256')
    .update(Buffer.from(await response.arrayBuffer()))
    .digest('hex')
}
