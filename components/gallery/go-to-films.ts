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
const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('#films article')]

/** The card that has the focus, or in which it is. */
export const focusedCard = (): HTMLElement | null => document.activeElement?.closest('article') ?? null

/** Puts the focus on the card after (1) or before (-1) the one that has it, on the first where none has. */
export function goToCard(step: 1 | -1): boolean {
  const focused = focusedCard()
  const all = cards()
  const next = focused ? all[all.indexOf(focused) + step] : all[0]
  next?.focus()
  return next !== undefined
}
