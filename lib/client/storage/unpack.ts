/**
 * Reads a stored object member by member, with fallbacks for missing ones. `isValid()` turns false at the first
 * member of an unexpected type, written by an older version. Hand-written although zod validates everything else:
 * this runs before the page is first shown, and zod would be a third of its script.
 */
export function unpack(kept: unknown) {
  const members = new Map<string, unknown>(
    typeof kept === 'object' && kept !== null ? Object.entries(kept) : [],
  )
  let valid = members.size > 0
  const take = <Value>(
    name: string,
    otherwise: Value | undefined,
    known: (value: unknown) => Value | undefined,
  ) => {
    const value = members.get(name)
    const found = value === undefined ? otherwise : known(value)
    if (found === undefined) valid = false
    return found
  }
  return {
    text: (name: string, otherwise?: string): string =>
      take(name, otherwise, (value) => (typeof value === 'string' ? value : undefined)) ?? '',
    number: (name: string): number =>
      take(name, undefined, (value) => (typeof value === 'number' ? value : undefined)) ?? 0,
    flag: (name: string, otherwise?: boolean): boolean =>
      take(name, otherwise, (value) => (typeof value === 'boolean' ? value : undefined)) ?? false,
    member: (name: string): unknown => members.get(name),
    isValid: () => valid,
  }
}

/** A stored list; empty if it was none. */
export const listOf = (kept: unknown): unknown[] => (Array.isArray(kept) ? kept : [])
