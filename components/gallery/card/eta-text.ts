import { type Eta, spanOf } from '@/lib/shared/eta'
import type { ACTIVE } from '@/lib/shared/generation'
import type { Messages } from '@/lib/shared/messages/en'

type Active = (typeof ACTIVE)[number]

/**
 * What is happening to a video and how long that usually takes; never how far it is, which nobody knows.
 * @param known about videos like it; null when that is too little
 * @param elapsed ms since Generate was pressed
 */
export function etaText(
  messages: Pick<Messages, 'gallery' | 'eta'>,
  status: Active,
  known: Eta | null,
  elapsed: number,
): string {
  const making = status === 'pending' || status === 'processing'
  if (!making || !known) return messages.gallery.eta[status]
  const span = spanOf(known)
  const lazy = elapsed > span.ends
  return lazy ? messages.eta.longer[status] : messages.eta.usual[status](span)
}
