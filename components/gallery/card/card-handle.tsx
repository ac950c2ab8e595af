import { createContext, type RefObject, use, useMemo, useRef } from 'react'

/** What the player of a card offers to the rest of the card. */
export type PlayerHandle = {
  playOrPause: () => void
  /** Plays the video in full screen. */
  fillScreen: () => void
}

/** Refs to the parts of a card that shortcuts and menus drive; each is empty where the card lacks that part. */
export type CardHandle = {
  article: RefObject<HTMLElement | null>
  player: RefObject<PlayerHandle | null>
  download: RefObject<HTMLAnchorElement | null>
}

const Context = createContext<CardHandle | null>(null)

/** Provides a card’s refs to everything on it. */
export const CardHandleProvider = Context

/** Creates the refs of a new card, all empty. */
export function useNewCardHandle(): CardHandle {
  const article = useRef<HTMLElement>(null)
  const player = useRef<PlayerHandle>(null)
  const download = useRef<HTMLAnchorElement>(null)
  return useMemo(() => ({ article, player, download }), [])
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
