import { useSyncExternalStore } from 'react'

export type Store<State> = {
  get: () => State
  /** Replaces the state. Whoever watches hears of it only if it is another one. */
  set: (next: State) => void
  /** Calls back after each change. Returns how to stop. */
  subscribe: (listener: () => void) => () => void
  /** What the server renders, and the browser until hydration has ended. */
  server: State
}

type Options<State> = {
  /** Where the server can't know what the browser knows. By default the state that the store begins with. */
  server?: State
  /** Runs while anyone watches: begins with the first subscriber; what it returns runs when the last one leaves. */
  start?: (set: (next: State) => void) => () => void
}

/** State outside of React that any component may watch with `useStore`, and any code may read or change. */
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

/** The state of a store; the component renders again when it changes. `server`: as in the store's options. */
export const useStore = <State>(store: Store<State>, server: State = store.server): State =>
  useSyncExternalStore(store.subscribe, store.get, () => server)
