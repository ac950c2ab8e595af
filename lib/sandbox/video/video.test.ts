import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { PIXELS, RATIOS } from '@/lib/shared/models'
import { findFfmpeg } from './find-ffmpeg'
import type { Order } from './order'
import { createRenderer } from './renderer'

const run = promisify(execFile)
const RESOLUTIONS = ['480p', '720p'] as const

const plain: Order = {
  prompt: 'A koala waves.',
  ratio: '16:9',
  resolution: '480p',
  duration: 5,
  seed: 1,
  sound: false,
  lastFrame: false,
  images: [],
}

const it = test
  .extend('folder', async ({ task }, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), `film-${task.id}-`))
    onCleanup(() => rm(folder, { recursive: true }))
    return folder
  })
  .extend('renderer', ({ folder }, { onCleanup }) => {
    const renderer = createRenderer(folder, 'rendered')
    onCleanup(() => renderer.close())
    return renderer
  })

/** ffmpeg's output from decoding a whole video. */
async function inspect(path: string): Promise<string> {
  const { stderr } = await run(await findFfmpeg(), ['-hide_banner', '-i', path, '-f', 'null', '-'])
  return stderr
}

async function imageOf(folder: string, name: string, background: string) {
  const path = join(folder, name)
  await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .png()
    .toFile(path)
  return { path, sha256: name }
}

/** Mean colour of the upper half, above the caption, of the frame at this second. */
async function colourAt(video: string, second: number, folder: string) {
  const frame = join(folder, `at-${second}.png`)
  await run(await findFfmpeg(), ['-y', '-ss', `${second}`, '-i', video, '-frames:v', '1', frame])
  const { width = 0, height = 0 } = await sharp(frame).metadata()
  const upper = await sharp(frame)
    .extract({ left: 0, top: 0, width, height: height >> 1 })
    .png()
    .toBuffer()
  const { channels } = await sharp(upper).stats()
  const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean)
  return { red, green, blue }
}

it('a rendered video is like the model’s: H.264, 24 fps with one extra frame, playable while loading', async ({
  renderer,
}) => {
  const { video, lastFrame } = await renderer.render(plain)
  const output = await inspect(video)
  expect(output).toMatch(/Video: h264.*yuv420p.*864x496.*24 fps/)
  expect(output).toMatch(/frame= *121 /)
  expect(output).not.toContain('Audio:')
  expect(lastFrame).toBe(null)
  const bytes = await readFile(video)
  expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
})

it('a video with sound and last frame has a mono track and a PNG of its size', async ({ renderer }) => {
  const { video, lastFrame } = await renderer.render({ ...plain, sound: true, lastFrame: true })
  const output = await inspect(video)
  expect(output).toMatch(/Audio: aac.*44100 Hz, mono/)
  expect(output).toMatch(/frame= *121 /)
  expect(await sharp(lastFrame ?? '').metadata()).toMatchObject({ format: 'png', width: 864, height: 496 })
})

it('a video from two images starts with the first and ends with the last', async ({ renderer, folder }) => {
  const images = [await imageOf(folder, 'red', '#d02020'), await imageOf(folder, 'blue', '#2020d0')]
  const { video, lastFrame } = await renderer.render({ ...plain, images, lastFrame: true })
  const first = await colourAt(video, 0, folder)
  expect(first.red).toBeGreaterThan(first.blue + 100)
  const last = await colourAt(video, 4.95, folder)
  expect(last.blue).toBeGreaterThan(last.red + 100)
  const end = (await sharp(lastFrame ?? '').stats()).dominant
  expect(end.b).toBeGreaterThan(end.r + 50)
  expect(await inspect(video)).toMatch(/frame= *121 /)
})

it('a video from one image is filled by it, and an image that cannot be decoded is an error', async ({
  renderer,
  folder,
}) => {
  const red = await imageOf(folder, 'red', '#d02020')
  const { video } = await renderer.render({ ...plain, ratio: '9:16', images: [red] })
  expect(await inspect(video)).toMatch(/496x864/)
  expect((await colourAt(video, 4.9, folder)).red).toBeGreaterThan(180)
  const broken = { path: join(folder, 'broken'), sha256: 'broken' }
  await writeFile(broken.path, (await readFile(red.path)).subarray(0, 60))
  await expect(renderer.render({ ...plain, images: [broken] })).rejects.toThrow()
})

it.for([
  ['quotes and markup', `"quotes" 'single' <b>bold</b> &amp; & %{pts} \\ : ; [x] , = \n\n\t tabs`],
  ['8184 Chinese characters', '一只考拉在桉树上挥手，清晨的阳光洒在草地上。'.repeat(372)],
  ['emoji, controls and halves of characters', '🐨👋🏽 👩‍👩‍👧 \u{0} \u{d800} \u{fffe} \u{378}'],
  ['one endless word', 'word'.repeat(2048)],
  ['right to left', 'مرحبا بالعالم'],
] as const)('any prompt can be drawn as caption: %s', async ([, prompt], { renderer }) => {
  const { video } = await renderer.render({ ...plain, prompt, ratio: '1:1', duration: 1 })
  expect(await inspect(video)).toMatch(/frame= *25 /)
})

it('tiny videos exist in every size and duration, and are rendered once', async ({ folder }) => {
  const renderer = createRenderer(folder, 'tiny')
  for (const resolution of RESOLUTIONS) {
    for (const ratio of RATIOS) {
      if (ratio === 'adaptive') continue
      const { video } = await renderer.render({ ...plain, ratio, resolution })
      const output = await inspect(video)
      expect(output).toContain(`${PIXELS[ratio][resolution].join('x')}`)
      expect(output).toMatch(/frame= *121 /)
    }
  }
  const long = await renderer.render({ ...plain, duration: 15, sound: true, lastFrame: true })
  expect(await inspect(long.video)).toMatch(/frame= *361 /)
  expect(await renderer.render({ ...plain, duration: 15, sound: true, lastFrame: true, seed: 2 })).toEqual(
    long,
  )
  await renderer.close()
})

it('renderers with a shared folder keep one complete video per format in it, also when both render at once', async ({
  folder,
}) => {
  const shared = join(folder, 'shared')
  await mkdir(shared)
  const renderers = ['one', 'other'].map((name) => createRenderer(join(folder, name), 'tiny', shared))
  const order = { ...plain, duration: 1, lastFrame: true }
  const [one, other] = await Promise.all(renderers.map((renderer) => renderer.render(order)))
  await Promise.all(renderers.map((renderer) => renderer.close()))
  expect(other).toEqual(one)
  expect(await readdir(shared)).toHaveLength(1)
  expect(await inspect(one?.video ?? '')).toMatch(/frame= *25 /)
  expect(await sharp(one?.lastFrame ?? '').metadata()).toMatchObject({ width: 864, height: 496 })
})

it('closing the renderer aborts all rendering', async ({ folder }) => {
  const renderer = createRenderer(folder, 'rendered')
  const videos = [1, 2, 3].map((seed) =>
    renderer.render({ ...plain, duration: 15, resolution: '720p', seed }),
  )
  const outcomes = Promise.allSettled(videos)
  await renderer.close()
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
})
