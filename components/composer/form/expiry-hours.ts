import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { Fields, Integer, ParameterName, Submission } from '@/lib/shared/models'

const HOUR_S = 3_600
const CHOICES = [1, 2, 6, 12, 24, 48, 72]

/**
 * The hours to choose from, within the bounds (in seconds). A value that came from the API or an old record is added,
 * so that opening the form doesn’t change it.
 */
export function useExpiryHours(
  form: UseFormReturn<Fields, unknown, Submission>,
  name: ParameterName,
  { min, max }: Pick<Integer, 'min' | 'max'>,
): number[] {
  const chosen = Number(useWatch({ control: form.control, name }) ?? '') / HOUR_S
  const offered = CHOICES.filter((hours) => hours * HOUR_S >= min && hours * HOUR_S <= max)
  const hours = chosen > 0 ? new Set([...offered, chosen]) : offered
  return [...hours].sort((a, b) => a - b)
}
