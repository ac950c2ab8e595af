'use client'
import { createStore, useStore } from '@/lib/client/store'

const hydrated = createStore(true, { server: false })

/** False on the server and during hydration, then true. */
export const useHydrated = (): boolean => useStore(hydrated)
