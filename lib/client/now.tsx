'use client'
import { createContext, type ReactNode, use } from 'react'
import { createStore, useStore } from './store'

/** One clock for all who watch it; it stands still while nobody does. */
const clock = createStore(Date.now(), {
  start(set) {
    const tick = () => set(Date.now())
    const timer = setInterval(tick, 1_000)
    tick()
    return () => clearInterval(timer)
  },
})

const Asked = createContext<number | null>(null)

/** Tells what is inside when the page was asked for, by the server's clock, in ms. */
export const NowProvider = ({ asked, children }: { asked: number; children: ReactNode }) => (
  <Asked value={asked}>{children}</Asked>
)

/** The time in ms, renewed each second; while the page comes alive it is as the server saw it, so that nothing moves. */
export function useNow(): number {
  const asked = use(Asked)
  if (asked === null) throw new Error('useNow needs a NowProvider around it.')
  return useStore(clock, asked)
}
