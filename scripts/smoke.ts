// Makes one video with the production build, from a prompt and a photo to the saved file. For systems on which the test
// tools don't run, such as the oldest Node that package.json allows: `npx next build`, then
// `node --import tsx scripts/smoke.ts`.
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import * as z from 'zod'
import { CANARY, startStudio } from '@/e2e/kit/servers'
import { startSandbox } from '@/lib/sandbox'

const TIMEOUT_MS = 300_000

const generationSchema = z.object({ id: z.string(), status: z.string(), taskid: z.string().nullable() })

async function read(response: Response) {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return generationSchema.parse(await response.json())
}

async function submit(url: string) {
  const photo = await sharp({ create: { width: 640, height: 640, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  const body = new FormData()
  body.set('prompt', 'A koala waves at the camera.')
  body.set('sourceImage', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'photo.jpg')
  return read(await fetch(`${url}/api/generations`, { method: 'POST', body }))
}

async function untilCompleted(address: string): Promise<void> {
  const end = Date.now() + TIMEOUT_MS
  while (true) {
    const { status } = await read(await fetch(address))
    if (status === 'completed') return
    if (status === 'failed' || Date.now() > end) throw new Error(`the generation is ${status}`)
    await pause(200)
  }
}

const provider = await startSandbox({ key: CANARY, video: 'tiny' })
const studio = await startStudio({
  TENSORSLAB_BASE_URL: provider.url,
  TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
  POLL_INTERVAL_MS: '300',
})
try {
  const { id, taskid } = await submit(studio.url)
  const address = `${studio.url}/api/generations/${id}`
  await untilCompleted(address)
  const video = Buffer.from(await (await fetch(`${address}/video`)).arrayBuffer())
  if (video.toString('latin1', 4, 8) !== 'ftyp') throw new Error('the saved file is no MP4')
  console.log(
    `Node ${process.version}, ${process.platform}: task ${taskid}, ${video.length} bytes of video saved.`,
  )
} catch (error) {
  console.error(studio.log())
  throw error
} finally {
  await studio.stop()
  await provider.close()
}
