import { useSyncExternalStore } from 'react'

export type Store<State> = {
  get: () => State
  /** Replaces the state. Notifies subscribers only if it differs. */
  set: (next: State) => void
  /** Calls back after each change. Returns a function that unsubscribes. */
  subscribe: (listener: () => void) => () => void
  /** Rendered by the server, and by the browser during hydration. */
  server: State
}

type Options<State> = {
  /** For state that only the browser knows. Defaults to the initial state. */
  server?: State
  /** Runs while there are subscribers: called with the first, and what it returns is called after the last leaves. */
  start?: (set: (next: State) => void) => () => void
}

/** State outside React. Components subscribe with `useStore`; any code may read or set it. */
export function createStore<State>(initial: State, options: Options<State> = {}): Store<State> {
  const { server = initial, start } = options
  const listeners = new Set<() => void>()
  let state = initial
  let stop: (() => void) | undefined

  const set = (next: State) => {
    if (Object.is(state, next)) return
    state = next
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    const own = () => listener() // so that one function may subscribe twice
    listeners.add(own)
    if (listeners.size === 1) stop = start?.(set)
    return () => {
      if (listeners.delete(own) && listeners.size === 0) stop?.()
    }
  }
  return { get: () => state, set, subscribe, server }
}

/** The state of a store; re-renders on change. `server`: overrides the store’s own. */
export const useStore = <State>(store: Store<State>, server: State = store.server): State =>
  useSyncExternalStore(store.subscribe, store.get, () => server)
