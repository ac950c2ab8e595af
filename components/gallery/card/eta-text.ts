import { type Eta, spanOf } from '@/lib/shared/eta'
import type { ACTIVE } from '@/lib/shared/generation'
import type { Messages } from '@/lib/shared/messages/en'

type Active = (typeof ACTIVE)[number]

/**
 * The current step and how long it usually takes. Never a progress figure: the provider reports none.
 * @param known statistics of similar videos; null if there are too few
 * @param elapsed ms since it was sent
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
  const overdue = elapsed > span.ends
  return overdue ? messages.eta.longer[status] : messages.eta.usual[status](span)
}
