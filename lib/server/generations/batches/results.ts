import { batchRecords, type StoredGeneration, spend } from '@/lib/server/db'
import { downloadName } from '@/lib/server/generations/files/download-name'
import { readVideo, type StoredVideo } from '@/lib/server/generations/files/saved-files'
import { type Zip, zipOf } from '@/lib/server/generations/files/zip'
import { costOf } from '@/lib/server/generations/read/to-response'
import { csvOf } from '@/lib/shared/csv'
import type { FailedTasks } from '@/lib/shared/spend/prices'
import type { User } from '@/lib/shared/user'
import { findBatch } from './read-batch'

const COLUMNS = ['row', 'status', 'taskid', 'credits', 'cost', 'file', 'prompt', 'error']

/** Names a row's video within the batch's downloads: the row comes first, so no two are the same. */
const namerOf =
  (rows: number) =>
  (generation: StoredGeneration, video: StoredVideo): string =>
    `${`${generation.batch_row ?? 0}`.padStart(`${rows}`.length, '0')} ${downloadName(generation, video)}`

/** What became of each row of a batch, as CSV. @throws Problem not_found */
export async function batchResults(id: string, user: User): Promise<{ name: string; csv: string }> {
  const { name, rows } = await findBatch(id, user)
  const newest = new Map((await batchRecords.newest(id)).map((one) => [one.batch_row, one]))
  const { failed } = await spend.prices()
  const nameOf = namerOf(rows)
  const lines = Array.from({ length: rows }, (_, index) => [
    index + 1,
    ...cellsOf(newest.get(index + 1), failed, nameOf),
  ])
  return { name, csv: csvOf([COLUMNS, ...lines]) }
}

function cellsOf(
  generation: StoredGeneration | undefined,
  failed: FailedTasks,
  nameOf: ReturnType<typeof namerOf>,
): (string | number)[] {
  if (!generation) return ['deleted', '', '', '', '', '', '']
  const { status, taskid, prompt, failure_message } = generation
  const video = status === 'completed' ? readVideo(generation.video) : null
  const cost = costOf(generation, failed)
  return [
    status,
    taskid ?? '',
    cost?.credits ?? '',
    cost?.state ?? '',
    video ? nameOf(generation, video) : '',
    prompt,
    failure_message ?? '',
  ]
}

/** The videos of a batch as one archive, named by their rows. @throws Problem not_found, also when none is ready */
export async function batchVideos(id: string, user: User): Promise<Zip & { name: string }> {
  const { name, rows } = await findBatch(id, user)
  const made = (await batchRecords.newest(id)).filter(({ status }) => status !== 'queued')
  return { ...(await zipOf(made, namerOf(rows))), name }
}
