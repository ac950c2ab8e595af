import { spanOf, type Waiting } from '@/lib/shared/eta'
import type { ACTIVE } from '@/lib/shared/generation'
import type { Words } from '@/lib/shared/messages/en'

type Active = (typeof ACTIVE)[number]

/**
 * What is happening to a film and how long that usually takes; never how far it is, which nobody knows.
 * @param known about films like it; null when that is too little
 * @param elapsed ms since Generate was pressed
 */
export function sayWaiting(
  words: Pick<Words, 'gallery' | 'waiting'>,
  status: Active,
  known: Waiting | null,
  elapsed: number,
): string {
  const making = status === 'pending' || status === 'processing'
  if (!making || !known) return words.gallery.waiting[status]
  const span = spanOf(known)
  const late = elapsed > span.ends
  return late ? words.waiting.longer[status] : words.waiting.usual[status](span)
}
