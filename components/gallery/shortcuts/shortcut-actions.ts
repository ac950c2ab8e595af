import { createRef } from 'react'
import { goToCard } from '@/components/gallery/go-to-videos'
import { readStored, writeStored } from '@/lib/client/storage'

const OFF = 'keys-off'

/** A person can turn single keys off: speech input and a slip of the hand press them too (WCAG 2.1.4). */
export const shortcutsAreOn = (): boolean => readStored('browser', OFF) !== true

export const turnShortcuts = (on: boolean): void => writeStored('browser', OFF, on ? null : true)

/** Where the page is searched. There is one in a page. */
export const searchInput = createRef<HTMLInputElement>()

/** Where keys are letters, or belong to what is open. */
const OCCUPIED = 'input, textarea, select, [contenteditable], dialog, [popover]'

/** Whether a key was pressed where it may mean something of ours. */
function isOurs(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return false
  // Where a key was pressed may be anything on the page: only the document knows what it stands in.
  return event.target instanceof Element && !event.target.closest(OCCUPIED) && shortcutsAreOn()
}

function search(): boolean {
  searchInput.current?.focus()
  return searchInput.current !== null
}

/** What a key means anywhere on the page; null: nothing of ours. It tells whether there was anything to do. */
export function shortcutAction(event: KeyboardEvent, help: () => void): (() => boolean) | null {
  const { key } = event
  if (!isOurs(event)) return null
  if (key === 'j' || key === 'k') return () => goToCard(key === 'j' ? 1 : -1)
  if (event.repeat) return null
  if (key === '/') return search
  if (key !== '?') return null
  return () => {
    help()
    return true
  }
}

export type CardShortcut = 'download' | 'again' | 'star' | 'play'

const CARD_SHORTCUTS = new Map<string, CardShortcut>([
  ['d', 'download'],
  ['r', 'again'],
  ['s', 'star'],
])

/** What a key means on a card; null: nothing of ours. */
export function cardShortcutOf(event: KeyboardEvent, card: HTMLElement): CardShortcut | null {
  if (event.repeat || !isOurs(event)) return null
  // On a button or a player the space bar is theirs.
  if (event.key === ' ') return event.target === card ? 'play' : null
  return CARD_SHORTCUTS.get(event.key) ?? null
}
