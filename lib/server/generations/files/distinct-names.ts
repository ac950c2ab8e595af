/** The same file names, with a number for each that an earlier one has; also those that differ in case alone, which not every file system tells apart. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return names.map((name) => {
    let distinct = name
    let number = next.get(name) ?? 2
    while (taken.has(distinct.toLowerCase())) distinct = numbered(name, number++)
    next.set(name, number)
    taken.add(distinct.toLowerCase())
    return distinct
  })
}

function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)} (${number})${name.slice(dot)}`
}
