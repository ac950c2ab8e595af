import { fetchFile } from '@/lib/client/api'
import { isCanvasTrue } from '@/lib/client/browser/canvas-truth'
import type { Generation } from '@/lib/shared/generation'
import { alteredFrameEn } from '@/lib/shared/messages/en/altered-frame'
import { alteredFrameZh } from '@/lib/shared/messages/zh/altered-frame'

/** Thrown where the browser alters what is read from a canvas, to prevent fingerprinting. */
export class AlteredFrame extends Error {
  override name = 'AlteredFrame'
  /** What it means for the reader. */
  readonly texts = { en: alteredFrameEn.text, zh: alteredFrameZh.text }
}

const FRAME_S = 1 / 24
const READ_TIMEOUT_MS = 20_000
/** For browsers that don't say when a video outside of the page has painted a frame. */
const PAINT_TIMEOUT_MS = 1_000

/**
 * A video’s last frame as an image for the form: the provider’s file if there is one, else drawn from the video.
 * @throws AlteredFrame it would have to be drawn, and this browser alters what it draws
 * @throws Error when neither can be read
 */
export async function takeLastFrame({
  lastFrame,
  video,
}: Pick<Generation, 'lastFrame' | 'video'>): Promise<File> {
  if (lastFrame) return toFile(await fetchFile(lastFrame.url))
  if (!video) throw new Error('There is no video.')
  if (!(await isCanvasTrue())) throw new AlteredFrame('The canvas was altered.')
  return toFile(await drawFrame(await loadAtEnd(video.url)))
}

const toFile = (image: Blob): File =>
  new File([image], `last-frame.${image.type.split('/')[1] ?? 'png'}`, { type: image.type })

/** Loads a video and seeks to its last frame. */
async function loadAtEnd(url: string): Promise<HTMLVideoElement> {
  const video = document.createElement('video')
  Object.assign(video, { src: url, muted: true, playsInline: true, preload: 'auto' })
  await waitFor(video, 'loadeddata')
  // To the middle of the last frame (a video of d seconds has 24·d + 1): at the very end some browsers show none.
  // Sound may run slightly longer than the picture, which then stays on its last frame as well.
  const end = Math.max(0, video.duration - FRAME_S / 2)
  const painted = paintedAt(video, end - FRAME_S)
  video.currentTime = end
  await waitFor(video, 'seeked')
  await Promise.race([painted, new Promise((resolve) => setTimeout(resolve, PAINT_TIMEOUT_MS))])
  return video
}

/** Resolves once the video has painted a frame at this time or later: a busy browser says `seeked` before it has. */
async function paintedAt(video: HTMLVideoElement, time: number): Promise<void> {
  if (!('requestVideoFrameCallback' in video)) return
  let mediaTime: number
  do
    mediaTime = await new Promise<number>((resolve) =>
      video.requestVideoFrameCallback((_, frame) => resolve(frame.mediaTime)),
    )
  while (mediaTime < time)
}

function waitFor(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(READ_TIMEOUT_MS)
    const fail = () => reject(new Error('The video cannot be read.', { cause: video.error }))
    video.addEventListener(event, () => resolve(), { once: true })
    video.addEventListener('error', fail, { once: true })
    signal.addEventListener('abort', fail, { once: true })
  })
}

async function drawFrame(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight })
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  video.removeAttribute('src')
  video.load() // frees its memory and its connection
  const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!image) throw new Error('The frame could not be drawn.')
  return image
}
