import { type RefObject, useLayoutEffect } from 'react'
import { uploadPoster } from './poster'

/**
 * Calls back when the video has painted a frame. `loadeddata` is too early in some browsers: a frame drawn then may
 * be black. Returns a function that cancels it.
 */
function onFrame(video: HTMLVideoElement, then: () => void): () => void {
  if ('requestVideoFrameCallback' in video) {
    const handle = video.requestVideoFrameCallback(then)
    return () => video.cancelVideoFrameCallback(handle)
  }
  const element: HTMLElement = video // older browsers offer nothing more precise
  element.addEventListener('loadeddata', then)
  return () => element.removeEventListener('loadeddata', then)
}

/** Uploads the video’s first frame as its poster once this browser shows it. `wanted`: there is none yet. */
export function usePoster(id: string, player: RefObject<HTMLVideoElement | null>, wanted: boolean): void {
  // A layout effect, so that it subscribes before the first frame is painted.
  useLayoutEffect(() => {
    const video = player.current
    if (!video || !wanted) return
    return onFrame(video, () => void uploadPoster(id, video))
  }, [id, player, wanted])
}
