let playing: HTMLVideoElement | null = null

/** Pauses the video that was playing, so that only one plays at a time. */
export function playAlone(video: HTMLVideoElement): void {
  if (playing !== video) playing?.pause()
  playing = video
}

export const pausePlaying = (): void => playing?.pause()

/** Whether the playing video is inside an element. */
export const playsIn = (element: Element): boolean =>
  playing !== null && !playing.paused && element.contains(playing)

/** Shows a video in full screen. iPhones support only their own `webkitEnterFullscreen`. */
export function fillScreen(video: HTMLVideoElement): void {
  if (document.fullscreenEnabled)
    video.requestFullscreen().catch(() => {}) // refused: it keeps playing in place
  else if ('webkitEnterFullscreen' in video && typeof video.webkitEnterFullscreen === 'function') {
    video.webkitEnterFullscreen()
  }
}
