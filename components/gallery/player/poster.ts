import { generations } from '@/lib/client/api'

type Size = { width: number; height: number } // px

const WIDTH = 1280
const QUALITY = 0.85

/** Videos whose poster was uploaded since the page loaded; each is tried once. */
const tried = new Set<string>()

/** Size of a video’s poster: 1280 px wide, or the video’s width if that is less. */
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
 * Uploads the video’s current frame as its poster, unless this browser alters what it draws. Failing is fine: the next
 * browser that shows the video tries again.
 */
export async function uploadPoster(id: string, video: HTMLVideoElement): Promise<void> {
  if (tried.has(id) || video.videoWidth === 0) return
  tried.add(id)
  const poster = await draw(video) // at once, while this frame is shown
  try {
    const { isCanvasTrue } = await import('@/lib/client/browser/canvas-truth')
    if (poster && (await isCanvasTrue())) await generations.keepPoster(id, poster)
  } catch {
    // The check could not be loaded, without a connection or after an upgrade.
  }
}
