import { config } from '@/lib/server/config.js'
import { type Claimed, type Due, dueWork, records } from '@/lib/server/db'
import { filesOf } from '@/lib/server/generations/files/saved-files'
import { withHeartbeat } from '@/lib/server/generations/heartbeat'
import { settingsOf } from '@/lib/server/generations/read/stored-settings'
import { parseHosts } from '@/lib/server/results'
import { isKnownAsFull, writing } from '@/lib/server/room'
import { storage } from '@/lib/server/storage'
import { inTemporaryFolder } from '@/lib/server/temporary-folder'
import { fetchResults } from './fetch-results'
import type { Change } from './poll'
import { reasonOf, retrySaving } from './retry-saving'
import { forgetRoom, mayFetch, waitForRoom } from './wait-for-room'

const MAX_TRIES = 5 // after this many, a saved video no longer waits for other results
/** Failures of files that are complete and final but not our video: not worth waiting for. */
const OTHER_FILES: readonly string[] = ['not_media', 'too_large']

/** Downloads a finished task's results and stores that they are saved, or why not yet. */
export async function save(generation: Claimed): Promise<void> {
  if (!(await mayFetch(generation))) {
    await dueWork.release(generation.id, generation.lease, waitForRoom(generation))
    return
  }
  try {
    await writing(() => fetchAndKeep(generation))
    forgetRoom(generation.id)
  } catch (error) {
    if (!isKnownAsFull(error)) throw error
    await dueWork.release(generation.id, generation.lease, waitForRoom(generation, error))
  }
}

async function fetchAndKeep(generation: Claimed): Promise<void> {
  let written = false
  try {
    written = await inTemporaryFolder(async (folder) => {
      const change = await withHeartbeat(generation, (lost) => download(generation, folder, lost))
      return dueWork.release(generation.id, generation.lease, change)
    })
  } finally {
    if (!written) await cleanUpAfter(generation.id)
  }
}

/** Deleting a generation removes the files saved by then; this removes those that arrived afterwards. */
async function cleanUpAfter(id: string): Promise<void> {
  if ((await records.existing([id])).has(id)) return
  await storage().delete(filesOf(id))
}

/** Downloads what is available and returns the change to store. */
async function download(generation: Due, folder: string, lost: AbortSignal): Promise<Change> {
  const returnLastFrame = settingsOf(generation)?.returnLastFrame ?? false
  const { kept, failures } = await fetchResults(generation, folder, {
    hosts: parseHosts(config().TENSORSLAB_RESULT_HOSTS),
    signal: lost,
    lastFrame: returnLastFrame,
  })
  const video = kept.video ?? generation.video
  const lacksFrame = returnLastFrame && !(kept.last_frame ?? generation.last_frame) && failures.length > 0
  const lacks = lacksFrame || failures.some(({ reason }) => !OTHER_FILES.includes(reason))
  if (video && (!lacks || generation.save_tries + 1 >= MAX_TRIES)) return { ...kept, ...completed() }
  const reason = reasonOf(failures, Boolean(video))
  const host = failures.find((failure) => failure.host !== null)?.host ?? null
  return { ...kept, ...(await retrySaving({ ...generation, video }, reason, host)) }
}

const completed = (): Change => ({
  status: 'completed',
  failure_code: null,
  failure_message: null,
  trouble_since: null,
  completed_at: new Date().toISOString(),
  due_at: null,
})
