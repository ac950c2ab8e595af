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
