import { playsIn } from '@/components/gallery/player/playing'
import type { Chunk } from './chunks'

/** The rendered cards by index. */
export function cardsIn(container: HTMLElement, chunks: readonly Chunk[]): Map<number, Element> {
  const cards = new Map<number, Element>()
  let child = container.firstElementChild
  for (const chunk of chunks) {
    const [from, to] = chunk.type === 'cards' ? [chunk.from, chunk.to] : [0, 1]
    for (let index = from; index < to; index++) {
      if (child && chunk.type === 'cards') cards.set(index, child)
      child = child?.nextElementSibling ?? null
    }
  }
  return cards
}

/** Indexes of the cards that must stay rendered: the one with the focus and the one that is playing. */
export function keptIn(cards: ReadonlyMap<number, Element>): number[] {
  return [...cards].flatMap(([index, card]) => {
    // Only the document knows where the focus is.
    return playsIn(card) || card.contains(document.activeElement) ? [index] : []
  })
}
