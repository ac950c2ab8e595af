import { generations } from '@/lib/client/api'

type Size = { width: number; height: number } // px

const WIDTH = 640
const QUALITY = 0.85

/** Videos whose still was handed in since the page was loaded: it is tried once. */
const tried = new Set<string>()

/** The size of a video's still: 640 px wide, or as wide as the video where that is less. */
export function posterSize({ width, height }: Size): Size {
  const scale = Math.min(1, WIDTH / width)
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale) }
}

function draw(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  const { width, height } = posterSize({ width: video.videoWidth, height: video.videoHeight })
  Object.assign(canvas, { width, height })
  canvas.getContext('2d')?.drawImage(video, 0, 0, width, height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
}

/**
 * Hands in the frame that a video shows now as its still. Whether that succeeds is no matter: without one, the next
 * browser that shows the video makes it.
 */
export async function uploadPoster(id: string, video: HTMLVideoElement): Promise<void> {
  if (tried.has(id) || video.videoWidth === 0) return
  tried.add(id)
  const poster = await draw(video)
  if (poster) await generations.keepPoster(id, poster)
}
