'use client'
import { createStore, useStore } from '@/lib/client/store'

const alive = createStore(true, { server: false })

/** False on the server and while the page comes alive, true from then on. */
export const useAlive = (): boolean => useStore(alive)
