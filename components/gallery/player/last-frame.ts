import type { Generation } from '@/lib/shared/generation'

const FRAME_S = 1 / 24
const PATIENCE_MS = 20_000

/**
 * The very last frame of a film, as a photo for the form: the provider's own where it gave one, else taken here.
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

const named = (picture: Blob): File =>
  new File([picture], `last-frame.${picture.type.split('/')[1] ?? 'png'}`, { type: picture.type })

async function fetched(url: string): Promise<Blob> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered with HTTP ${response.status}.`)
  return response.blob()
}

/** A film, standing on its last frame. */
async function atItsEnd(url: string): Promise<HTMLVideoElement> {
  const film = document.createElement('video')
  Object.assign(film, { src: url, muted: true, playsInline: true, preload: 'auto' })
  await happened(film, 'loadeddata')
  // Into the middle of the last frame (a film of d seconds has 24·d + 1): at the very end some browsers show none.
  // Sound may outlast the picture by a little; the picture then stands on its last frame too.
  film.currentTime = Math.max(0, film.duration - FRAME_S / 2)
  await happened(film, 'seeked')
  return film
}

function happened(film: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const fail = () => reject(new Error('The film cannot be read.', { cause: film.error }))
    film.addEventListener(event, () => resolve(), { once: true })
    film.addEventListener('error', fail, { once: true })
    signal.addEventListener('abort', fail, { once: true })
  })
}

async function drawn(film: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: film.videoWidth, height: film.videoHeight })
  canvas.getContext('2d')?.drawImage(film, 0, 0)
  film.removeAttribute('src')
  film.load() // gives its memory and its connection back
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!picture) throw new Error('The frame could not be drawn.')
  return picture
}
