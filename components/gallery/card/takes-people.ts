import type { FailureMessages } from '@/lib/shared/messages/failures'
import { findModel, type ModelId } from '@/lib/shared/models'
import { refusalOf } from '@/lib/shared/refusal'

/**
 * What to say of a refusal because of a person in a photo, where another model that is offered takes people; else nothing.
 * @param reason the provider's own words
 */
export function sayTakesUsers(
  { outcomes }: FailureMessages,
  { model, reason }: { model: string; reason: string },
  offered: readonly ModelId[],
): string[] {
  const refused = findModel(model)
  if (!refused || refused.users || refusalOf(reason) !== 'real_person') return []
  const other = offered.map(findModel).find((known) => known?.users)
  return other ? [outcomes.takesUsers(refused.label, other.label)] : []
}
