import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { config } from '@/lib/server/config'
import { putFile, removeFile } from '@/lib/server/files'
import { log } from '@/lib/server/log'
import { fetchResult, parseHosts, type Result, ResultError } from '@/lib/server/results'
import { type Claimed, type Due, queue, records } from '@/lib/server/store'
import { whileAlive } from './heartbeat'
import { retrySaving } from './retry-saving'
import { filesOf, keyOf } from './saved-files'

type Change = Parameters<typeof queue.release>[2]

const MOST_RESULTS = 4 // a film, a last frame, and room for what nobody has documented
const FRAME_TRIES = 5 // a film that is here does not wait for ever for a last frame that does not come

/** Copies what a finished task has made, and writes down that it is safely here, or why it is not yet. */
export async function save(generation: Claimed): Promise<void> {
  const root = `${config().DATA_DIR}/tmp`
  await mkdir(root, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(`${root}/save-`)
  let written = false
  try {
    const change = await whileAlive(generation, (lost) => copy(generation, folder, lost))
    written = await queue.release(generation.id, generation.lease, change)
  } finally {
    await rm(folder, { recursive: true, force: true })
    if (!written) await cleanUpAfter(generation.id)
  }
}

/** A generation that was removed meanwhile took the files with it that were there, but not those that came later. */
async function cleanUpAfter(id: string): Promise<void> {
  if ((await records.existing([id])).has(id)) return
  for (const key of filesOf(id)) await removeFile(key)
}

async function copy(generation: Due, folder: string, lost: AbortSignal): Promise<Change> {
  const addresses: string[] = JSON.parse(generation.results ?? '[]').slice(0, MOST_RESULTS)
  const failures: ResultError[] = []
  const kept: Change = {}
  for (const [index, address] of addresses.entries()) {
    try {
      const file = `${folder}/${index}`
      const result = await fetchResult(address, file, {
        hosts: parseHosts(config().TENSORSLAB_RESULT_HOSTS),
        signal: lost,
      })
      Object.assign(kept, await keep(generation.id, result, file))
    } catch (error) {
      if (!(error instanceof ResultError)) throw error
      log().warn({ err: error, generation: generation.id }, 'a result could not be copied')
      failures.push(error)
    }
  }
  const video = kept.video ?? generation.video
  const enough = failures.length === 0 || generation.save_tries + 1 >= FRAME_TRIES
  return {
    ...kept,
    ...(video && enough ? completed() : await retrySaving({ ...generation, video }, failures)),
  }
}

/** The first film is the film, the first image the last frame. */
async function keep(id: string, result: Result, file: string): Promise<Change> {
  const { kind, ...about } = result
  await putFile(kind === 'video' ? keyOf.video(id) : keyOf.lastFrame(id), file)
  return kind === 'video' ? { video: JSON.stringify(about) } : { last_frame: JSON.stringify(about) }
}

const completed = (): Change => ({
  status: 'completed',
  failure_code: null,
  failure_message: null,
  completed_at: new Date().toISOString(),
  due_at: null,
})
