/** Puts the focus on the films, where what held it is gone; `top`: the newest come into sight. */
export function goToFilms({ top = false } = {}): void {
  const films = document.getElementById('films')
  films?.focus({ preventScroll: true })
  if (top) films?.scrollIntoView()
}

/** The id of a film's card in the page. */
export const anchorOf = (id: string): string => `film-${id}`

/** Puts the focus on one film; on all of them where that one is not shown. */
export function goToFilm(id: string): void {
  const card = document.getElementById(anchorOf(id))
  if (card) {
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'center' })
  } else goToFilms({ top: true })
}
