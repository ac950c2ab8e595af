'use client'
import { createContext, type ReactNode, use, useState } from 'react'
import { hearServerTime, serverNow } from './server-clock'
import { createStore, useStore } from './store'

/** One shared clock; it ticks only while a component uses it. */
const clock = createStore(serverNow(), {
  start(set) {
    const tick = () => set(serverNow())
    const timer = setInterval(tick, 1_000)
    tick()
    return () => clearInterval(timer)
  },
})

const RequestTime = createContext<number | null>(null)

/** How long ago the page began to arrive, in ms: about when the server wrote its time into it. */
function sinceArrival(): number {
  const [page] = performance.getEntriesByType('navigation')
  return performance.now() - (page && 'responseStart' in page ? Number(page.responseStart) : 0)
}

/** Provides when the page was requested, by the server’s clock, epoch ms. */
export function NowProvider({ asked, children }: { asked: number; children: ReactNode }) {
  // Before the first tick, which comes before any effect of this component.
  useState(() => typeof window === 'undefined' || hearServerTime(asked + sinceArrival()))
  return <RequestTime value={asked}>{children}</RequestTime>
}

/**
 * The server’s current time in epoch ms, updated every second. During hydration it is that of the request, so that the
 * markup matches.
 */
export function useNow(): number {
  const asked = use(RequestTime)
  if (asked === null) throw new Error('useNow needs a NowProvider around it.')
  return useStore(clock, asked)
}
