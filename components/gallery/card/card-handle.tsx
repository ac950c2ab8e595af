import { createContext, type RefObject, use, useMemo, useRef } from 'react'

/** What a card's player does for other parts of the card. */
export type PlayerHandle = {
  playOrPause: () => void
  /** Gives the video the whole screen, playing. */
  fillScreen: () => void
}

/** The parts of a card that others on it put to work; empty where the card has none. */
export type CardHandle = {
  article: RefObject<HTMLElement | null>
  player: RefObject<PlayerHandle | null>
  download: RefObject<HTMLAnchorElement | null>
}

const Context = createContext<CardHandle | null>(null)

/** Hands a card's parts to everything on the card. */
export const CardHandleProvider = Context

/** For whoever renders the card: its parts, empty at first. */
export function useNewCardHandle(): CardHandle {
  const article = useRef<HTMLElement>(null)
  const player = useRef<PlayerHandle>(null)
  const download = useRef<HTMLAnchorElement>(null)
  return useMemo(() => ({ article, player, download }), [])
}

/** The parts of the card that this is on. */
export function useCardHandle(): CardHandle {
  const handle = use(Context)
  if (!handle) throw new Error('useCardHandle needs a CardHandleProvider around it.')
  return handle
}
