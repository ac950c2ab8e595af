'use client'
import { createContext, type ReactNode, use } from 'react'
import { DEFAULT_MODEL, type ModelId } from '@/lib/shared/models'

const Context = createContext<readonly ModelId[]>([DEFAULT_MODEL])

/** Provides the models that this server offers. */
export function ModelsProvider({ models, children }: { models: readonly ModelId[]; children: ReactNode }) {
  return <Context value={models}>{children}</Context>
}

/** The models that this server offers, in the order of TENSORSLAB_MODELS. */
export const useModels = (): readonly ModelId[] => use(Context)

/** The model of a new form: the same that the server assumes for a submission without one. */
export const startModel = ([first = DEFAULT_MODEL, ...rest]: readonly ModelId[]): ModelId =>
  rest.includes(DEFAULT_MODEL) ? DEFAULT_MODEL : first
