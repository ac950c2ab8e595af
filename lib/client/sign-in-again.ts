import { createStore, useStore } from './store'

type Wanted = { settle: (again: boolean) => void; settled: Promise<boolean> }

let answerable = false

/** What calls wait for; answered only while somebody shows the question. */
const wanted = createStore<Wanted | null>(null, {
  start() {
    answerable = true
    return () => {
      answerable = false
    }
  },
})

/**
 * Asks the person to sign in again, because a call was refused for want of it; many calls ask once.
 * @returns whether they did: then the call can be made anew. False at once where nobody would see the question.
 */
export function signInAgain(): Promise<boolean> {
  const asked = wanted.get()
  if (asked) return asked.settled
  if (!answerable) return Promise.resolve(false)
  let settle: Wanted['settle'] = () => {}
  const settled = new Promise<boolean>((resolve) => {
    settle = resolve
  })
  wanted.set({ settle, settled })
  return settled
}

/** The person has signed in again, or does not want to now. */
export function settleSignIn(again: boolean): void {
  wanted.get()?.settle(again)
  wanted.set(null)
}

/** Whether calls wait for the person to sign in again. Whoever uses this shows the question. */
export const useSignInWanted = (): boolean => useStore(wanted) !== null
