import { readStored, writeStored } from '@/lib/client/storage'
import { focusedCard, goToCard } from './go-to-films'
import { playOrPause } from './playing'

const OFF = 'keys-off'

/** A person can turn single keys off: speech input and a slip of the hand press them too (WCAG 2.1.4). */
export const keysAreOn = (): boolean => readStored('browser', OFF) !== true

export const turnKeys = (on: boolean): void => writeStored('browser', OFF, on ? null : true)

/** Where keys are letters, or belong to what is open. */
const OCCUPIED = 'input, textarea, select, [contenteditable], dialog, [popover]'

/** Presses the control of the focused card that says it has this key. */
function press(key: string): boolean {
  const control = focusedCard()?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`)
  control?.click()
  return control != null
}

function search(): boolean {
  const box = document.querySelector<HTMLElement>('input[type="search"], [role="searchbox"]')
  box?.focus()
  return box !== null
}

const done = (deed: () => void) => () => {
  deed()
  return true
}

/** What a key means where it was pressed; null: nothing of ours. The deed tells whether there was anything to do. */
export function deedOf(event: KeyboardEvent, help: () => void): (() => boolean) | null {
  const { key, target } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return null
  if (!(target instanceof Element) || target.closest(OCCUPIED)) return null
  if (key === 'j' || key === 'k') return () => goToCard(key === 'j' ? 1 : -1)
  if (event.repeat) return null
  if (key === 'd' || key === 'r' || key === 's') return () => press(key)
  if (key === '/') return search
  // On a button or a player it is theirs.
  if (key === ' ' && target.matches('article')) return done(() => playOrPause(target))
  return key === '?' ? done(help) : null
}
