/** `tab`: this tab only, until it is closed; for prompts, which are nobody else's business. `browser`: for good. */
type Area = 'tab' | 'browser'

const STORAGE = { tab: () => sessionStorage, browser: () => localStorage }

/** For browsers that keep nothing (private mode, storage full): lasts as long as the page. */
const memory = new Map<string, string>()
const slot = (area: Area, name: string) => `${area} ${name}`

function stored(area: Area, name: string): string | null {
  const remembered = memory.get(slot(area, name)) ?? null
  try {
    return STORAGE[area]().getItem(name) ?? remembered
  } catch {
    return remembered // access itself is forbidden
  }
}

/** What was kept under a name and survives a reload. Undefined: nothing there, or nothing readable. */
export function readStored(area: Area, name: string): unknown {
  try {
    return JSON.parse(stored(area, name) ?? 'null') ?? undefined
  } catch {
    return undefined // not ours: something else wrote under this name
  }
}

/** Keeps a value, or at least until the page is left; null: nothing is kept any more. */
export function writeStored(area: Area, name: string, value: unknown): void {
  const text = JSON.stringify(value)
  try {
    STORAGE[area]().setItem(name, text)
    memory.delete(slot(area, name))
  } catch {
    memory.set(slot(area, name), text)
  }
}

/** Forgets all that was kept in an area, whatever its name. */
export function forgetStored(area: Area): void {
  for (const name of memory.keys()) if (name.startsWith(slot(area, ''))) memory.delete(name)
  try {
    STORAGE[area]().clear()
  } catch {
    // access itself is forbidden: nothing was kept
  }
}
