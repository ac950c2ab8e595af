import type { FailureMessages } from '@/lib/shared/messages/failures'
import { findModel, type ModelId } from '@/lib/shared/models'
import { refusalOf } from '@/lib/shared/refusal'

/**
 * If a photo was refused because it shows a real person and another offered model accepts those, a sentence that
 * names that model; else empty.
 * @param reason the provider’s own message
 */
export function otherModelText(
  { outcomes }: FailureMessages,
  { model, reason }: { model: string; reason: string },
  offered: readonly ModelId[],
): string[] {
  const refused = findModel(model)
  if (!refused || refused.realPeople || refusalOf(reason) !== 'real_person') return []
  const other = offered.map(findModel).find((known) => known?.realPeople)
  return other ? [outcomes.takesPeople(refused.label, other.label)] : []
}
