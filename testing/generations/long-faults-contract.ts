import { expect, test } from 'vitest'
import { list, read, remove, tracker } from '@/lib/server/generations'
import { deletePending } from '@/lib/server/generations/follow/delete-pending'
import type { Status } from '@/lib/shared/generation'
import type { startStudio } from './fixture'
import { me } from './submission'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Studio = ReturnType<typeof startStudio>

/** Contract under faults that last hours to days, in simulated time, for every database: nothing is lost or done twice. */
export function longFaultsContract(studio: Studio): void {
  /** Advances time as for a running studio. */
  async function live(ms: number, step: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += step) {
      studio.pass(step)
      await tracker.pollOnce()
      await deletePending()
    }
  }

  /** Creates a video in each active status, and one that is deleted here but not yet at the provider. */
  async function createInProgress() {
    studio.set({ renewResults: 'when-expired' })
    const saving = await studio.make({ ratio: '1:1' })
    await studio.until(saving.id, 'uploading')
    studio.fail({ on: 'result', fault: 'drop', times: 'always', taskid: saving.taskid ?? '' })
    await studio.until(saving.id, 'saving')
    studio.set({ processingMs: 2 * HOUR })
    const processing = await studio.make({ ratio: '16:9' })
    await studio.until(processing.id, 'processing')
    const deleted = await studio.make({ ratio: '4:3' })
    studio.fail({ on: 'delete', fault: 'foreign', status: 200, body: '<h1>Welcome</h1>', times: 'always' })
    await remove(deleted.id, me)
    return {
      ids: [saving.id, processing.id, (await studio.make({ ratio: '9:16' })).id],
      deleted: deleted.taskid,
    }
  }

  /** Removes all faults and expects every video saved and paid once, and the deleted one deleted at the provider. */
  async function expectRecovery({
    ids,
    deleted,
  }: Awaited<ReturnType<typeof createInProgress>>): Promise<void> {
    studio.heal()
    await live(3 * HOUR, 10 * MINUTE)
    expect((await list(me, { limit: '100' })).items.map(({ id }) => id)).toEqual(ids.toReversed())
    for (const id of ids) {
      // The sandbox renders the first video of each format in real time, which simulated time may outrun.
      expect(await studio.until(id, 'completed')).toMatchObject({ failure: null })
    }
    const { tasks, creates, downloads } = studio.ledger()
    expect(creates).toHaveLength(ids.length + 1)
    expect(tasks.filter(({ deletedAt }) => deletedAt !== null).map(({ taskid }) => taskid)).toEqual([deleted])
    const whole = downloads.filter(({ fault, status }) => fault === null && status === 200)
    expect(new Set(whole.map(({ taskid }) => taskid)).size).toBe(whole.length)
  }

  const ACTIVE: Status[] = ['pending', 'processing', 'uploading', 'saving']
  const states = async (ids: string[]) => Promise.all(ids.map(async (id) => (await read(id, me)).status))
  const expectAllActive = async (ids: string[]) =>
    expect((await states(ids)).filter((status) => !ACTIVE.includes(status))).toEqual([])

  test('videos survive a day of 404 responses from a gateway', async () => {
    const videos = await createInProgress()
    studio.fail({ on: 'read', fault: 'foreign', status: 404, body: '<h1>404</h1>nginx', times: 'always' })
    await live(6 * MINUTE, 20 * SECOND)
    await live(DAY, HOUR)
    await expectAllActive(videos.ids)
    await expectRecovery(videos)
  })

  test.each([
    ['a day back', [-DAY]],
    ['three days ahead', [3 * DAY]],
    ['three days ahead and back again', [3 * DAY, -3 * DAY]],
    ['a year ahead', [365 * DAY]],
  ])('videos survive a clock that is set %s', async (_, settings) => {
    const videos = await createInProgress()
    for (const ms of settings) {
      studio.setClock(ms)
      await live(MINUTE, 10 * SECOND)
      await expectAllActive(videos.ids)
    }
    const newest = await studio.make({ ratio: '21:9' })
    expect((await list(me, { limit: '1' })).items[0]?.id).toBe(newest.id)
    await expectRecovery({ ...videos, ids: [...videos.ids, newest.id] })
  })
}
