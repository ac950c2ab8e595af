import { createContext, type ReactNode, use, useLayoutEffect, useRef, useState } from 'react'
import type { Generation } from '@/lib/shared/generation'

/** What can be done with a generation that reaches beyond its card. */
export type GenerationActions = {
  /** Puts what it was made from into the form, to be mended. */
  edit: (generation: Generation) => void
  /** Puts what it was made from into the form, for another video like it. */
  again: (generation: Generation) => void
  /** Puts its last frame into the form as the first of another. Resolves when that is done, or was told to have failed. */
  goOn: (generation: Generation) => Promise<void>
  /** Stars it, or takes its star. */
  star: (generation: Generation) => void
  /** Chooses it to be seen beside another one; null where there is no other. */
  compare: ((generation: Generation) => void) | null
  /** Deletes it. Where a question is due, it has been asked. */
  remove: (generation: Generation) => void
  /** Sends what it was made from as a new submission. */
  sendAnew: (generation: Generation) => void
  /** The server has changed it. */
  upsert: (generation: Generation) => void
  /** The page may show something else than the server knows. */
  refresh: () => void
}

const Context = createContext<GenerationActions | null>(null)

/**
 * Hands actions to every card inside. They stay the same functions, whichever `value` they call, so that no card
 * renders again because the page around it did.
 */
export function GenerationActionsProvider({
  value,
  children,
}: {
  value: GenerationActions
  children: ReactNode
}) {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  const [stable] = useState<GenerationActions>(() => ({
    edit: (generation) => latest.current.edit(generation),
    again: (generation) => latest.current.again(generation),
    goOn: (generation) => latest.current.goOn(generation),
    star: (generation) => latest.current.star(generation),
    compare: value.compare && ((generation) => latest.current.compare?.(generation)),
    remove: (generation) => latest.current.remove(generation),
    sendAnew: (generation) => latest.current.sendAnew(generation),
    upsert: (generation) => latest.current.upsert(generation),
    refresh: () => latest.current.refresh(),
  }))
  return <Context value={stable}>{children}</Context>
}

/** What the cards of this page can have done. */
export function useGenerationActions(): GenerationActions {
  const actions = use(Context)
  if (!actions) throw new Error('useGenerationActions needs a GenerationActionsProvider around it.')
  return actions
}
