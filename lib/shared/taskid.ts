import { isVisible } from './visible-text.js'

const MAX_LENGTH = 200 // characters

/**
 * The one rule for taskids, whether from the provider or entered by a user: 1 to 200 characters on one line,
 * after trimming. A number is accepted as its digits if it is a safe integer.
 * @returns null when `value` can't be a taskid
 */
export function parseTaskid(value: unknown): string | null {
  const text = Number.isSafeInteger(value) ? String(value) : value
  if (typeof text !== 'string') return null
  const taskid = text.trim()
  const isLengthValid = taskid.length >= 1 && taskid.length <= MAX_LENGTH
  return isLengthValid && isVisible(taskid) && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(taskid) ? taskid : null
}
