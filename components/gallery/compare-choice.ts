import { createStore, useStore } from '@/lib/client/store'
import type { Generation } from '@/lib/shared/generation'

/** How many videos fit side by side. */
export const MOST_COMPARED = 4

/** The videos picked for comparison; empty while none are being picked. */
export const compareChoice = createStore<readonly Generation[]>([])

export const useCompareChoice = (): readonly Generation[] => useStore(compareChoice)
