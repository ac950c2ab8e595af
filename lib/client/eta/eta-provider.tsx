import { createContext, use } from 'react'
import { type Eta, etaFor } from '@/lib/shared/eta'
import type { Settings } from '@/lib/shared/models'

const Context = createContext<readonly Eta[]>([])

/** Hands what is known about waiting to everything inside. */
export const EtaProvider = Context

/** What is known about videos of these settings; null while they are too few. */
export const useEta = (settings: Settings): Eta | null => etaFor(use(Context), settings)
