'use client'
import { createContext, type ReactNode, use } from 'react'
import { createStore, useStore } from './store'

/** One shared clock; it ticks only while a component uses it. */
const clock = createStore(Date.now(), {
  start(set) {
    const tick = () => set(Date.now())
    const timer = setInterval(tick, 1_000)
    tick()
    return () => clearInterval(timer)
  },
})

const RequestTime = createContext<number | null>(null)

/** Provides when the page was requested, by the server’s clock, epoch ms. */
export const NowProvider = ({ asked, children }: { asked: number; children: ReactNode }) => (
  <RequestTime value={asked}>{children}</RequestTime>
)

/**
 * The current time in epoch ms, updated every second. During hydration it is the server’s, so that the markup
 * matches.
 */
export function useNow(): number {
  const asked = use(RequestTime)
  if (asked === null) throw new Error('useNow needs a NowProvider around it.')
  return useStore(clock, asked)
}
