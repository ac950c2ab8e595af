/** For browsers that keep nothing (private mode, storage full): lasts as long as the page. */
const memory = new Map<string, string>()

function stored(name: string): string | null {
  try {
    return sessionStorage.getItem(name) ?? memory.get(name) ?? null
  } catch {
    return memory.get(name) ?? null // access itself is forbidden
  }
}

/**
 * A small store of this tab that survives a reload. It holds prompts, so it is not shared between tabs and ends
 * with the tab. Undefined: nothing there, or nothing readable.
 */
export function readSession(name: string): unknown {
  try {
    return JSON.parse(stored(name) ?? 'null') ?? undefined
  } catch {
    return undefined // not ours: something else wrote under this name
  }
}

/** Keeps a value until the tab is closed, or at least until the page is left. */
export function writeSession(name: string, value: unknown): void {
  const text = JSON.stringify(value)
  try {
    sessionStorage.setItem(name, text)
    memory.delete(name)
  } catch {
    memory.set(name, text)
  }
}
