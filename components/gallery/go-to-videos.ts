import { createRef } from 'react'

/** The gallery’s section, and the element whose children are its cards. A page has one gallery. */
export const gallerySection = createRef<HTMLElement>()
export const cardGrid = createRef<HTMLDivElement>()

/** Focuses the gallery; with `top`, also scrolls to its newest videos. */
export function goToVideos({ top = false } = {}): void {
  gallerySection.current?.focus({ preventScroll: true })
  if (top) gallerySection.current?.scrollIntoView()
}

/** The DOM id of a video’s card. */
export const anchorOf = (id: string): string => `video-${id}`

/** Focuses one video’s card and scrolls to it; the gallery, if that video is not shown. */
export function goToVideo(id: string): void {
  const card = cards().find((card) => card.id === anchorOf(id))
  if (card) {
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'center' })
  } else goToVideos({ top: true })
}

/** The cards in the page, in DOM order. */
const cards = (): HTMLElement[] =>
  [...(cardGrid.current?.children ?? [])].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child.matches('article'),
  )

/**
 * Focuses the next (1) or previous (-1) card; the first, if none has focus. Returns false if there is no such card.
 */
export function goToCard(step: 1 | -1): boolean {
  const all = cards()
  // Only the document knows where the focus is.
  const focused = all.findIndex((card) => card.contains(document.activeElement))
  const next = all[focused === -1 ? 0 : focused + step]
  next?.focus()
  return next !== undefined
}
