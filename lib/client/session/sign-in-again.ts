import { useSyncExternalStore } from 'react'

type Wanted = { settle: (again: boolean) => void; settled: Promise<boolean> }

const listeners = new Set<() => void>()
let wanted: Wanted | null = null

function change(to: Wanted | null): void {
  wanted = to
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Asks the person to sign in again, because a call was refused for want of it; many calls ask once.
 * @returns whether they did: then the call can be made anew. False at once where nobody would see the question.
 */
export function signInAgain(): Promise<boolean> {
  if (wanted) return wanted.settled
  if (listeners.size === 0) return Promise.resolve(false)
  let settle: Wanted['settle'] = () => {}
  const settled = new Promise<boolean>((resolve) => {
    settle = resolve
  })
  change({ settle, settled })
  return settled
}

/** The person has signed in again, or does not want to now. */
export function settleSignIn(again: boolean): void {
  wanted?.settle(again)
  change(null)
}

/** Whether calls wait for the person to sign in again. Whoever uses this shows the question. */
export const useSignInWanted = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => wanted !== null,
    () => false,
  )
