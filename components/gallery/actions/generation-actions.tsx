import { createContext, type ReactNode, use, useLayoutEffect, useRef, useState } from 'react'
import type { Generation } from '@/lib/shared/generation'

/** Actions on a generation that reach beyond its card. */
export type GenerationActions = {
  /** Fills the form with its inputs, to correct them. */
  edit: (generation: Generation) => void
  /** Fills the form with its inputs, to make another video like it. */
  reuse: (generation: Generation) => void
  /** The same, with the seed that it was made with, locked. */
  keepSeed: (generation: Generation) => void
  /** Sends its inputs once more at once, with a new seed; null where sending is not available. */
  runAgain: ((generation: Generation) => void) | null
  /** Puts its last frame into the first slot of the form. Resolves once that is done or an error has been shown. */
  goOn: (generation: Generation) => Promise<void>
  /** Plays it large; null where that is not available. */
  play: ((generation: Generation) => void) | null
  /** Toggles its star. */
  star: (generation: Generation) => void
  /** Deletes it. Any confirmation has been given already. */
  remove: (generation: Generation) => void
  /** Sends its inputs as a new submission. */
  sendAnew: (generation: Generation) => void
  /** Puts the server’s latest version into the page. */
  upsert: (generation: Generation) => void
  /** Syncs with the server, because the page may be out of date. */
  refresh: () => void
}

const Context = createContext<GenerationActions | null>(null)

/**
 * Provides the actions to every card below. The functions keep their identity and call the latest `value`, so that
 * cards don’t re-render with the page around them.
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
    reuse: (generation) => latest.current.reuse(generation),
    keepSeed: (generation) => latest.current.keepSeed(generation),
    runAgain: value.runAgain && ((generation) => latest.current.runAgain?.(generation)),
    goOn: (generation) => latest.current.goOn(generation),
    play: value.play && ((generation) => latest.current.play?.(generation)),
    star: (generation) => latest.current.star(generation),
    remove: (generation) => latest.current.remove(generation),
    sendAnew: (generation) => latest.current.sendAnew(generation),
    upsert: (generation) => latest.current.upsert(generation),
    refresh: () => latest.current.refresh(),
  }))
  return <Context value={stable}>{children}</Context>
}

/**
 * The actions of the page that this card is on.
 * @throws Error outside a GenerationActionsProvider
 */
export function useGenerationActions(): GenerationActions {
  const actions = use(Context)
  if (!actions) throw new Error('useGenerationActions needs a GenerationActionsProvider around it.')
  return actions
}
