/**
 * Reads what was kept, member by member; an absent one takes what stands for it. `fits` turns false with the first that
 * is something else than was expected: an older version kept it. Written by hand where schemas check all else: it is
 * needed before the page is first shown, and they would be a third of its script.
 */
export function unpack(kept: unknown) {
  const members = new Map<string, unknown>(
    typeof kept === 'object' && kept !== null ? Object.entries(kept) : [],
  )
  let fits = members.size > 0
  const take = <Value>(
    name: string,
    otherwise: Value | undefined,
    known: (value: unknown) => Value | undefined,
  ) => {
    const value = members.get(name)
    const found = value === undefined ? otherwise : known(value)
    if (found === undefined) fits = false
    return found
  }
  return {
    text: (name: string, otherwise?: string): string =>
      take(name, otherwise, (value) => (typeof value === 'string' ? value : undefined)) ?? '',
    number: (name: string): number =>
      take(name, undefined, (value) => (typeof value === 'number' ? value : undefined)) ?? 0,
    flag: (name: string, otherwise?: boolean): boolean =>
      take(name, otherwise, (value) => (typeof value === 'boolean' ? value : undefined)) ?? false,
    choice: <Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value =>
      take(name, otherwise, (value) => values.find((one) => one === value)) ?? otherwise,
    member: (name: string): unknown => members.get(name),
    fits: () => fits,
  }
}

/** What was kept as a list; empty when it was none. */
export const listOf = (kept: unknown): unknown[] => (Array.isArray(kept) ? kept : [])
