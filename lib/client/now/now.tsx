'use client'
import { createContext, type ReactNode, use, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = Date.now()

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
}

/** One clock for all who watch it; it stands still while nobody does. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) {
    timer = setInterval(tick, 1_000)
    tick()
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const Asked = createContext<number | null>(null)

/** Tells what is inside when the page was asked for, by the server's clock, in ms. */
export const NowProvider = ({ asked, children }: { asked: number; children: ReactNode }) => (
  <Asked value={asked}>{children}</Asked>
)

/** The time in ms, renewed each second; while the page comes alive it is as the server saw it, so that nothing moves. */
export function useNow(): number {
  const asked = use(Asked)
  if (asked === null) throw new Error('useNow needs a NowProvider around it.')
  return useSyncExternalStore(
    subscribe,
    () => now,
    () => asked,
  )
}
