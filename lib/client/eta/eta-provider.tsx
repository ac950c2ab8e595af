import { createContext, use } from 'react'
import { type Waiting, waitingFor } from '@/lib/shared/eta'
import type { Settings } from '@/lib/shared/models'

const Context = createContext<readonly Waiting[]>([])

/** Hands what is known about waiting to everything inside. */
export const WaitingProvider = Context

/** What is known about films of these settings; null while they are too few. */
export const useWaiting = (settings: Settings): Waiting | null => waitingFor(use(Context), settings)
