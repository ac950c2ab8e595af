'use client'
import { createStore, useStore } from '@/lib/client/store'

const hydrated = createStore(true, { server: false })

/** False on the server and while the page comes alive, true from then on. */
export const useHydrated = (): boolean => useStore(hydrated)
