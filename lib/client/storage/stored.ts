import { BASE_PATH, ownName } from '@/lib/shared/base-path'

/** `tab`: sessionStorage; for prompts, which are private. `browser`: localStorage. */
type Area = 'tab' | 'browser'

const STORAGE = { tab: () => sessionStorage, browser: () => localStorage }

/** Fallback when storage is unavailable (private mode, full): lasts as long as the page. */
const memory = new Map<string, string>()
const keyOf = (area: Area, name: string) => `${area} ${name}`
const keysOf = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')

function stored(area: Area, name: string): string | null {
  const remembered = memory.get(keyOf(area, name)) ?? null
  try {
    return STORAGE[area]().getItem(ownName(name)) ?? remembered
  } catch {
    return remembered // access to storage is forbidden
  }
}

/** A stored value. Undefined if there is none or it is unreadable. */
export function readStored(area: Area, name: string): unknown {
  try {
    return JSON.parse(stored(area, name) ?? 'null') ?? undefined
  } catch {
    return undefined // not JSON: something else wrote under this name
  }
}

/** Stores a value; if storage refuses, keeps it in memory. Null removes it. */
export function writeStored(area: Area, name: string, value: unknown): void {
  const text = JSON.stringify(value)
  try {
    STORAGE[area]().setItem(ownName(name), text)
    memory.delete(keyOf(area, name))
  } catch {
    memory.set(keyOf(area, name), text)
  }
}

/** Clears an area, whatever the names; under a base path, only what is the studio’s own. */
export function forgetStored(area: Area): void {
  for (const name of memory.keys()) if (name.startsWith(keyOf(area, ''))) memory.delete(name)
  try {
    const storage = STORAGE[area]()
    if (BASE_PATH === '') storage.clear()
    else for (const key of keysOf(storage)) if (key.startsWith(ownName(''))) storage.removeItem(key)
  } catch {
    // access to storage is forbidden: nothing was stored
  }
}
