import { beforeAll, expect, test } from 'vitest'
import { records, waits } from '@/lib/server/db'
import { submission } from './fixture'

/** A video that took so many seconds, finished some hours ago. No other test uses its duration. */
const videoThatTook = (seconds: number, hours: number) => {
  const created = Date.UTC(2026, 0, 1) - hours * 3_600_000
  return submission({
    status: 'completed',
    duration: 15,
    resolution: '480p',
    created_at: new Date(created).toISOString(),
    finished_at: new Date(created + seconds * 1_000).toISOString(),
  })
}

/** Contract of render times, for every database. */
export function waitsContract(): void {
  beforeAll(async () => {
    for (const row of [
      videoThatTook(60, 3),
      videoThatTook(90, 1),
      videoThatTook(75, 2),
      videoThatTook(-86_400, 4), // the clock was set back meanwhile
      { ...videoThatTook(1, 0), resolution: '720p' },
      { ...videoThatTook(2, 0), duration: 5 },
      { ...videoThatTook(3, 0), status: 'failed' as const },
      { ...videoThatTook(4, 0), status: 'saving' as const },
      { ...videoThatTook(5, 0), finished_at: null },
    ]) {
      await records.insert(row, [])
    }
  })

  test('the render times of finished videos with the same settings are listed, newest first', async () => {
    expect(await waits.latest(15, '480p', 10)).toEqual([90_000, 75_000, 60_000])
  })

  test('the list of render times is limited', async () => {
    expect(await waits.latest(15, '480p', 2)).toEqual([90_000, 75_000])
  })

  test('settings without finished videos have no render times', async () => {
    expect(await waits.latest(10, '480p', 10)).toEqual([])
  })
}
