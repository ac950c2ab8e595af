import { expect, test, vi } from 'vitest'
import { tracker, videos } from '@/lib/server/generations'
import { PIXELS, RATIOS } from '@/lib/shared/models'
import { bytesOf, sha256, startStudio, TIMEOUT_MS } from '@/testing/generations/fixture'
import { me } from '@/testing/generations/submission'

const studio = startStudio()
const FINISHED = 3 // the provider's number
const ratios = RATIOS.filter((ratio) => ratio !== 'adaptive')

test('videos saved concurrently don’t interfere with each other', async () => {
  const made = []
  for (const ratio of ratios) made.push({ ratio, ...(await studio.make({ ratio, return_last_frame: '1' })) })
  studio.pass(60_000)
  await vi.waitUntil(() => studio.ledger().tasks.every(({ status }) => status === FINISHED), {
    timeout: TIMEOUT_MS,
  })
  // All finish before the first poll, and none downloads quickly, so they are saved concurrently.
  studio.fail({ on: 'result', fault: 'slow', ms: 200, times: 'always' })
  await tracker.pollOnce()
  for (const { ratio, id } of made) {
    const [width, height] = PIXELS[ratio]['480p']
    expect(await studio.until(id, 'completed')).toMatchObject({
      video: { width, height },
      lastFrame: { width, height },
    })
    const video = await videos.readVideo(id, me)
    expect(sha256(await bytesOf(video))).toBe(video.etag)
  }
  expect(studio.ledger().downloads).toHaveLength(2 * ratios.length)
})
