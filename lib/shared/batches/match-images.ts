import type { FieldReason } from '@/lib/shared/reason'

/** A name as it is compared: without folders, whatever its case and however its accents are composed. */
const folded = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? name).normalize('NFC').toLowerCase().trim()

/**
 * Finds the files that a row names among those that came with the table.
 * @param given the names of all files
 * @returns the position of each among `given`, or why one of them is none or several
 */
export function matchImages(
  names: readonly string[],
  given: readonly string[],
): { positions: number[] } | { reasons: FieldReason[] } {
  const positions: number[] = []
  const reasons: FieldReason[] = []
  for (const name of names) {
    const found = given.flatMap((one, index) => (folded(one) === folded(name) ? [index] : []))
    const [position] = found
    if (position === undefined) reasons.push({ type: 'image_not_given', field: 'sourceImage', name })
    else if (found.length > 1) reasons.push({ type: 'image_given_twice', field: 'sourceImage', name })
    else positions.push(position)
  }
  return reasons.length > 0 ? { reasons } : { positions }
}
