import { createRef } from 'react'

/** The videos of the page, and the element whose children their cards are. There is one gallery in a page. */
export const gallerySection = createRef<HTMLElement>()
export const cardGrid = createRef<HTMLDivElement>()

/** Puts the focus on the videos, where what held it is gone; `top`: the newest come into sight. */
export function goToVideos({ top = false } = {}): void {
  gallerySection.current?.focus({ preventScroll: true })
  if (top) gallerySection.current?.scrollIntoView()
}

/** The id of a video's card in the page. */
export const anchorOf = (id: string): string => `film-${id}`

/** Puts the focus on one video; on all of them where that one is not shown. */
export function goToVideo(id: string): void {
  const card = cards().find((card) => card.id === anchorOf(id))
  if (card) {
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'center' })
  } else goToVideos({ top: true })
}

/** The cards that are in the page, in their order. */
const cards = (): HTMLElement[] =>
  [...(cardGrid.current?.children ?? [])].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child.matches('article'),
  )

/** Puts the focus on the card after (1) or before (-1) the one that has it, on the first where none has. */
export function goToCard(step: 1 | -1): boolean {
  const all = cards()
  // Only the document knows where the focus is.
  const focused = all.findIndex((card) => card.contains(document.activeElement))
  const next = all[focused === -1 ? 0 : focused + step]
  next?.focus()
  return next !== undefined
}
