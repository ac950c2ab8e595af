import { createStore, useStore } from './store'

type Wanted = { settle: (again: boolean) => void; settled: Promise<boolean> }

let promptMounted = false

/** The pending prompt. Only set while a mounted component can show it. */
const wanted = createStore<Wanted | null>(null, {
  start() {
    promptMounted = true
    return () => {
      promptMounted = false
    }
  },
})

/**
 * Prompts the user to sign in again after a 401. Concurrent calls share one prompt.
 * @returns whether they did, so that the request can be repeated; false at once if no component shows the prompt
 */
export function signInAgain(): Promise<boolean> {
  const asked = wanted.get()
  if (asked) return asked.settled
  if (!promptMounted) return Promise.resolve(false)
  let settle: Wanted['settle'] = () => {}
  const settled = new Promise<boolean>((resolve) => {
    settle = resolve
  })
  wanted.set({ settle, settled })
  return settled
}

/** Call when the user has signed in again, or declined. */
export function settleSignIn(again: boolean): void {
  wanted.get()?.settle(again)
  wanted.set(null)
}

/** Whether requests are waiting for a new sign-in. The component that uses this must show the prompt. */
export const useSignInWanted = (): boolean => useStore(wanted) !== null
