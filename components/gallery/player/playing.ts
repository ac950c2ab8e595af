let playing: HTMLVideoElement | null = null

/** One film plays at a time: what played before pauses. */
export function playAlone(film: HTMLVideoElement): void {
  if (playing !== film) playing?.pause()
  playing = film
}

/** Pauses the film that plays, if one does. */
export const pausePlaying = (): void => playing?.pause()

/** Whether a film plays somewhere in an element. */
export const playsIn = (element: Element): boolean =>
  playing !== null && !playing.paused && element.contains(playing)

/** Gives a film the whole screen. An iPhone does so in a way of its own. */
export function fillScreen(film: HTMLVideoElement): void {
  if (document.fullscreenEnabled)
    film.requestFullscreen().catch(() => {}) // refused: it plays where it is
  else if ('webkitEnterFullscreen' in film && typeof film.webkitEnterFullscreen === 'function') {
    film.webkitEnterFullscreen()
  }
}
