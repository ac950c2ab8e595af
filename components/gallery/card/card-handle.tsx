import { createContext, type RefObject, use, useMemo, useRef } from 'react'

/** Refs to the parts of a card that shortcuts drive; each is empty where the card lacks that part. */
export type CardHandle = {
  article: RefObject<HTMLElement | null>
  download: RefObject<HTMLAnchorElement | null>
  /** Deletes it, after a confirmation where it can't be undone. */
  remove: RefObject<(() => void) | null>
}

const Context = createContext<CardHandle | null>(null)

/** Provides a card’s refs to everything on it. */
export const CardHandleProvider = Context

/** Creates the refs of a new card, all empty. */
export function useNewCardHandle(): CardHandle {
  const article = useRef<HTMLElement>(null)
  const download = useRef<HTMLAnchorElement>(null)
  const remove = useRef<() => void>(null)
  return useMemo(() => ({ article, download, remove }), [])
}

/**
 * The refs of the card around this component.
 * @throws Error outside a CardHandleProvider
 */
export function useCardHandle(): CardHandle {
  const handle = use(Context)
  if (!handle) throw new Error('useCardHandle needs a CardHandleProvider around it.')
  return handle
}
