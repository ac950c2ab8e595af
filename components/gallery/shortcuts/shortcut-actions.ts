import { createRef } from 'react'
import { goToCard } from '@/components/gallery/go-to-videos'
import { readStored, writeStored } from '@/lib/client/storage'

const OFF = 'keys-off'

/** Users can turn single-key shortcuts off, since speech input and slips of the hand trigger them (WCAG 2.1.4). */
export const shortcutsAreOn = (): boolean => readStored('browser', OFF) !== true

export const setShortcuts = (on: boolean): void => writeStored('browser', OFF, on ? null : true)

/** The search field; a page has one. */
export const searchInput = createRef<HTMLInputElement>()

/** Elements where keys type text or belong to an open dialog or menu. */
const OCCUPIED = 'input, textarea, select, [contenteditable], dialog, [role="menu"]'

/** Whether a key press may be a shortcut at all. */
function isOurs(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false
  // The target can be any element on the page, so its ancestors in the DOM decide.
  return event.target instanceof Element && !event.target.closest(OCCUPIED) && shortcutsAreOn()
}

function search(): boolean {
  searchInput.current?.focus()
  return searchInput.current !== null
}

/** The page-wide action of a key, or null. The action returns whether it did anything. */
export function shortcutAction(event: KeyboardEvent, help: () => void): (() => boolean) | null {
  if (!isOurs(event)) return null
  const key = event.key.toLowerCase() // Caps Lock may be on
  if (key === 'j' || key === 'k') return () => goToCard(key === 'j' ? 1 : -1)
  if (event.repeat) return null
  if (key === '/') return search
  if (key !== '?') return null
  return () => {
    help()
    return true
  }
}

export type CardShortcut = 'download' | 'reuse' | 'runAgain' | 'goOn' | 'star' | 'play' | 'select' | 'remove'

const CARD_SHORTCUTS = new Map<string, CardShortcut>([
  ['d', 'download'],
  ['r', 'reuse'],
  ['c', 'goOn'],
  ['s', 'star'],
  ['x', 'select'],
  ['delete', 'remove'],
])

/** The shortcut of a key pressed on a card, or null. */
export function cardShortcutOf(event: KeyboardEvent, card: HTMLElement): CardShortcut | null {
  if (event.repeat || !isOurs(event)) return null
  // Buttons and players handle the space bar themselves.
  if (event.key === ' ') return event.target === card ? 'play' : null
  const key = event.key.toLowerCase() // Caps Lock may be on
  if (event.shiftKey) return key === 'r' ? 'runAgain' : null
  return CARD_SHORTCUTS.get(key) ?? null
}
