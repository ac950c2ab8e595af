import { expect, test } from 'vitest'
import { list, read, remove, tracker } from '@/lib/server/generations'
import { deletePending } from '@/lib/server/generations/delete-pending'
import type { Status } from '@/lib/shared/generation'
import type { startStudio } from './fixture'
import { me } from './submission'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Studio = ReturnType<typeof startStudio>

/** What lasts longer than any test may, in simulated time, on whichever database: nothing twice, lost or hidden. */
export function longFaultsContract(studio: Studio): void {
  /** Lets time pass as it passes for a studio that runs. */
  async function live(ms: number, step: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += step) {
      studio.pass(step)
      await tracker.pollOnce()
      await deletePending()
    }
  }

  /** A video at each step of its way, and one that was deleted and is not yet so at the provider. */
  async function underWay() {
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

  /** Everything heals: each video is here, each was paid for once, and what was deleted here is so at the provider. */
  async function allComeToTheirEnd({ ids, deleted }: Awaited<ReturnType<typeof underWay>>): Promise<void> {
    studio.heal()
    await live(3 * HOUR, 10 * MINUTE)
    expect((await list(me, { limit: '100' })).items.map(({ id }) => id)).toEqual(ids.toReversed())
    for (const id of ids) {
      // The sandbox makes the first video of each shape in real time, which simulated hours may outrun.
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
  const nothingEnded = async (ids: string[]) =>
    expect((await states(ids)).filter((status) => !ACTIVE.includes(status))).toEqual([])

  test('five minutes, and a day, of a gateway’s 404', async () => {
    const videos = await underWay()
    studio.fail({ on: 'read', fault: 'foreign', status: 404, body: '<h1>404</h1>nginx', times: 'always' })
    await live(6 * MINUTE, 20 * SECOND)
    await live(DAY, HOUR)
    await nothingEnded(videos.ids)
    await allComeToTheirEnd(videos)
  })

  test.each([
    ['a day back', [-DAY]],
    ['three days ahead', [3 * DAY]],
    ['three days ahead and back again', [3 * DAY, -3 * DAY]],
    ['a year ahead', [365 * DAY]],
  ])('a clock that is set %s', async (_, settings) => {
    const videos = await underWay()
    for (const ms of settings) {
      studio.setClock(ms)
      await live(MINUTE, 10 * SECOND)
      await nothingEnded(videos.ids)
    }
    const newest = await studio.make({ ratio: '21:9' })
    expect((await list(me, { limit: '1' })).items[0]?.id).toBe(newest.id)
    await allComeToTheirEnd({ ...videos, ids: [...videos.ids, newest.id] })
  })
}
