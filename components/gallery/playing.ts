let playing: HTMLVideoElement | null = null

/** One film plays at a time: what played before pauses. */
export function playAlone(film: HTMLVideoElement): void {
  if (playing !== film) playing?.pause()
  playing = film
}

const filmOf = (within: Element) => within.closest('article')?.querySelector('video') ?? null

function begin(film: HTMLVideoElement): void {
  const button = film.parentElement?.querySelector('button')
  if (button) button.click()
  else film.play().catch(() => {}) // the player tells what keeps it from playing
}

/** Plays the film of a card, or pauses it. `within`: anything of the card. */
export function playOrPause(within: Element): void {
  const film = filmOf(within)
  if (film?.paused) begin(film)
  else film?.pause()
}

/** Gives the film of a card the whole screen, playing. An iPhone does so in a way of its own. */
export function fillScreen(within: Element): void {
  const film = filmOf(within)
  if (!film) return
  if (film.paused) begin(film)
  if (document.fullscreenEnabled)
    film.requestFullscreen().catch(() => {}) // refused: it plays where it is
  else if ('webkitEnterFullscreen' in film && typeof film.webkitEnterFullscreen === 'function') {
    film.webkitEnterFullscreen()
  }
}
