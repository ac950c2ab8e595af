export type Use = { at: string; amount: number }

/**
 * When one more use of `amount` fits below `most` in every stretch of `ms`; null: now. Whatever has to fall out of
 * the stretch first decides.
 * @param uses newest first, none older than `ms`
 */
export function fitsAt(
  uses: readonly Use[],
  amount: number,
  most: number,
  ms: number,
  now: number,
): number | null {
  if (amount > most) return now + ms
  let sum = amount
  for (const use of uses) {
    sum += use.amount
    if (sum > most) return Date.parse(use.at) + ms
  }
  return null
}
