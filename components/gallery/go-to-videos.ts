import { createRef } from 'react'

/** The gallery’s section, and the elements whose children are its rows of failures and its cards. A page has one gallery. */
export const gallerySection = createRef<HTMLElement>()
export const failureList = createRef<HTMLDivElement>()
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
  const card = cardOf(id)
  if (card) {
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'center' })
  } else goToVideos({ top: true })
}

/** Focuses one video’s card, unless something on it has the focus already or it is not in the page. */
export function focusVideo(id: string): void {
  const card = cardOf(id)
  // Only the document knows where the focus is.
  if (!card?.contains(document.activeElement)) card?.focus()
}

const cardOf = (id: string) => cards().find((card) => card.id === anchorOf(id))

/** The rows of failures and the cards that are shown, in DOM order; narrow screens hide all failures but one. */
const cards = (): HTMLElement[] =>
  [failureList, cardGrid]
    .flatMap(({ current }) => [...(current?.children ?? [])])
    .filter((child): child is HTMLElement => child instanceof HTMLElement && child.matches('article'))
    .filter((card) => card.getClientRects().length > 0)

/**
 * Focuses the next (1) or previous (-1) card; if none has focus, the first video, or the first failure where there is no
 * video. Returns false if there is no such card.
 */
export function goToCard(step: 1 | -1): boolean {
  const all = cards()
  // Only the document knows where the focus is.
  const focused = all.findIndex((card) => card.contains(document.activeElement))
  const first = all.findIndex((card) => card.parentElement === cardGrid.current)
  const next = all[focused === -1 ? Math.max(0, first) : focused + step]
  next?.focus()
  return next !== undefined
}
