import type { Generation } from '@/lib/shared/generation'

const FRAME_S = 1 / 24
const READ_TIMEOUT_MS = 20_000

/**
 * The very last frame of a video, as a photo for the form: the provider's own where it gave one, else taken here.
 * @throws Error when neither can be read
 */
export async function takeLastFrame({
  lastFrame,
  video,
}: Pick<Generation, 'lastFrame' | 'video'>): Promise<File> {
  if (lastFrame) return named(await fetched(lastFrame.url))
  if (!video) throw new Error('There is no film.')
  return named(await drawn(await atItsEnd(video.url)))
}

const named = (image: Blob): File =>
  new File([image], `last-frame.${image.type.split('/')[1] ?? 'png'}`, { type: image.type })

async function fetched(url: string): Promise<Blob> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered with HTTP ${response.status}.`)
  return response.blob()
}

/** A video, standing on its last frame. */
async function atItsEnd(url: string): Promise<HTMLVideoElement> {
  const video = document.createElement('video')
  Object.assign(video, { src: url, muted: true, playsInline: true, preload: 'auto' })
  await happened(video, 'loadeddata')
  // Into the middle of the last frame (a video of d seconds has 24·d + 1): at the very end some browsers show none.
  // Sound may outlast the picture by a little; the picture then stands on its last frame too.
  video.currentTime = Math.max(0, video.duration - FRAME_S / 2)
  await happened(video, 'seeked')
  return video
}

function happened(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(READ_TIMEOUT_MS)
    const fail = () => reject(new Error('The film cannot be read.', { cause: video.error }))
    video.addEventListener(event, () => resolve(), { once: true })
    video.addEventListener('error', fail, { once: true })
    signal.addEventListener('abort', fail, { once: true })
  })
}

async function drawn(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight })
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  video.removeAttribute('src')
  video.load() // gives its memory and its connection back
  const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!image) throw new Error('The frame could not be drawn.')
  return image
}
