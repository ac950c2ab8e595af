import { beforeAll, expect, test } from 'vitest'
import { records, waits } from '@/lib/server/db'
import { submission } from './fixture'

/** A video of a length that no other test makes, done some hours ago after so many seconds. */
const took = (seconds: number, hours: number) => {
  const created = Date.UTC(2026, 0, 1) - hours * 3_600_000
  return submission({
    status: 'completed',
    duration: 15,
    resolution: '480p',
    created_at: new Date(created).toISOString(),
    finished_at: new Date(created + seconds * 1_000).toISOString(),
  })
}

/** What is known about how long videos took, whichever database keeps it. */
export function waitsContract(): void {
  beforeAll(async () => {
    for (const row of [
      took(60, 3),
      took(90, 1),
      took(75, 2),
      took(-86_400, 4), // the clock was set back meanwhile
      { ...took(1, 0), resolution: '720p' },
      { ...took(2, 0), duration: 5 },
      { ...took(3, 0), status: 'failed' as const },
      { ...took(4, 0), status: 'saving' as const },
      { ...took(5, 0), finished_at: null },
    ]) {
      await records.insert(row, [])
    }
  })

  test('finished videos of a kind tell how long they took, the newest first', async () => {
    expect(await waits.latest(15, '480p', 10)).toEqual([90_000, 75_000, 60_000])
  })

  test('no more of them than asked for', async () => {
    expect(await waits.latest(15, '480p', 2)).toEqual([90_000, 75_000])
  })

  test('a kind that nobody has made yet knows nothing', async () => {
    expect(await waits.latest(10, '480p', 10)).toEqual([])
  })
}
