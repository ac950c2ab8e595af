import { createContext, use } from 'react'
import { type Eta, etaFor } from '@/lib/shared/eta'
import type { Settings } from '@/lib/shared/models'

const Context = createContext<readonly Eta[]>([])

/** Provides the statistics of how long videos take. */
export const EtaProvider = Context

/** Statistics of videos with these settings; null if there are too few. */
export const useEta = (settings: Settings): Eta | null => etaFor(use(Context), settings)
