const LONGEST = 200 // characters

/**
 * The one rule for taskids, whether the provider gives them or a person enters them: 1 to 200 characters that can be written on a
 * line, without the spaces around them. A whole number counts as its digits, as long as JavaScript holds them all.
 * @returns null for what cannot be one
 */
export function parseTaskid(value: unknown): string | null {
  const text = Number.isSafeInteger(value) ? String(value) : value
  if (typeof text !== 'string') return null
  const taskid = text.trim()
  const fits = taskid.length >= 1 && taskid.length <= LONGEST
  return fits && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(taskid) ? taskid : null
}
