'use client'
import { createContext, type ReactNode, use } from 'react'
import { DEFAULT_MODEL, type OfferedModels } from '@/lib/shared/models'

const Context = createContext<OfferedModels>([DEFAULT_MODEL])

/** Provides the models that this server offers. */
export function ModelsProvider({ models, children }: { models: OfferedModels; children: ReactNode }) {
  return <Context value={models}>{children}</Context>
}

/** The models that this server offers, in the order of TENSORSLAB_MODELS. */
export const useModels = (): OfferedModels => use(Context)
