'use client'
import { createContext, type ReactNode, use } from 'react'
import { DEFAULT_MODEL, type ModelId } from '@/lib/shared/models'

const Context = createContext<readonly ModelId[]>([DEFAULT_MODEL])

/** Lets everything inside know which models this studio offers. */
export function ModelsProvider({ models, children }: { models: readonly ModelId[]; children: ReactNode }) {
  return <Context value={models}>{children}</Context>
}

/** The models that this studio offers, as TENSORSLAB_MODELS lists them. */
export const useModels = (): readonly ModelId[] => use(Context)

/** The model that a form begins with, as the server takes it for a submission that names none. */
export const startModel = ([first = DEFAULT_MODEL, ...rest]: readonly ModelId[]): ModelId =>
  rest.includes(DEFAULT_MODEL) ? DEFAULT_MODEL : first
