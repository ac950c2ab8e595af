let playing: HTMLVideoElement | null = null

/** One video plays at a time: what played before pauses. */
export function playAlone(video: HTMLVideoElement): void {
  if (playing !== video) playing?.pause()
  playing = video
}

/** Pauses the video that plays, if one does. */
export const pausePlaying = (): void => playing?.pause()

/** Whether a video plays somewhere in an element. */
export const playsIn = (element: Element): boolean =>
  playing !== null && !playing.paused && element.contains(playing)

/** Gives a video the whole screen. An iPhone does so in a way of its own. */
export function fillScreen(video: HTMLVideoElement): void {
  if (document.fullscreenEnabled)
    video.requestFullscreen().catch(() => {}) // refused: it plays where it is
  else if ('webkitEnterFullscreen' in video && typeof video.webkitEnterFullscreen === 'function') {
    video.webkitEnterFullscreen()
  }
}
