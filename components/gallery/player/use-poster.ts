import { type RefObject, useLayoutEffect } from 'react'
import { uploadPoster } from './poster'

/**
 * Calls back when a frame of a video is painted. `loadeddata` says only that it could be: drawn then, it may still be
 * black. Returns how to stop.
 */
function onFrame(video: HTMLVideoElement, then: () => void): () => void {
  if ('requestVideoFrameCallback' in video) {
    const handle = video.requestVideoFrameCallback(then)
    return () => video.cancelVideoFrameCallback(handle)
  }
  const element: HTMLElement = video // an older browser, which says nothing more exact
  element.addEventListener('loadeddata', then)
  return () => element.removeEventListener('loadeddata', then)
}

/** Hands in a video's first frame as its still, when this browser comes to show it and none is there yet. */
export function usePoster(id: string, player: RefObject<HTMLVideoElement | null>, wanted: boolean): void {
  // Before the frame can come, so that it is not missed.
  useLayoutEffect(() => {
    const video = player.current
    if (!video || !wanted) return
    return onFrame(video, () => void uploadPoster(id, video))
  }, [id, player, wanted])
}
