import { type UseFormReturn, useWatch } from 'react-hook-form'
import { DEFAULT_MODEL, type Fields, MODELS, type Submission } from '@/lib/shared/models'

const HOUR_S = 3_600
const { min, max } = MODELS[DEFAULT_MODEL].parameters.execution_expires_after
const OFFERED = [1, 2, 6, 12, 24, 48, 72].filter((hours) => hours * HOUR_S >= min && hours * HOUR_S <= max)

/** Hours to choose from; what a script chose before joins them, so that no value is changed by looking at it. */
export function useExpiryHours(form: UseFormReturn<Fields, unknown, Submission>): number[] {
  const chosen = Number(useWatch({ control: form.control, name: 'execution_expires_after' }) ?? '') / HOUR_S
  const hours = chosen > 0 ? new Set([...OFFERED, chosen]) : OFFERED
  return [...hours].sort((a, b) => a - b)
}
