import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { goToCard, goToVideo, goToVideos } from '@/components/gallery/go-to-videos'
import { showToast } from '@/components/ui/toast'
import { generations } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { leaving } from './pending-removals'
import { useRefusalText } from './use-refusal-text'

const UNDO_S = 8
const READ_S = 20

type Feed = {
  items: readonly Generation[]
  /** All that is being made, among the items or not. */
  making: readonly Generation[]
  /** The server has deleted it. */
  drop: (id: string) => void
}

export type Removal = {
  /** What there is, as far as the person is concerned. */
  items: readonly Generation[]
  making: readonly Generation[]
  remove: (generation: Pick<Generation, 'id'>, options: { undo: boolean }) => void
}

/**
 * Deleting with a way back: a card goes at once, the generation when its notice has gone. What is left waiting when
 * the page is left is deleted then; what the server refuses comes back, with a sentence.
 */
export function useRemoval({ items, making, drop }: Feed): Removal {
  const messages = useMessages()
  const { remove: said } = messages.decisions
  const refusalText = useRefusalText()
  const [hidden, setHidden] = useState<readonly string[]>([])
  /** Those among them that the server has not been asked to delete yet. */
  const undecided = useRef(new Set<string>())

  const show = (id: string) => {
    undecided.current.delete(id)
    leaving.keep(leaving.read().filter((other) => other !== id))
    setHidden((ids) => ids.filter((other) => other !== id))
  }
  const hide = (ids: readonly string[]) => {
    for (const id of ids) undecided.current.add(id)
    leaving.keep([...new Set([...leaving.read(), ...ids])])
    setHidden((known) => [...known, ...ids])
  }
  const decide = async (id: string) => {
    if (!undecided.current.delete(id)) return
    const answer = await generations.remove(id)
    if (answer.type === 'removed') drop(id)
    else showToast({ text: said.failed(await refusalText(answer)), seconds: READ_S })
    show(id)
  }

  const decideAll = useEffectEvent(() => {
    for (const id of undecided.current) void decide(id)
  })
  const takeUp = useEffectEvent(() => {
    const left = leaving.read()
    if (left.length === 0) return
    hide(left)
    decideAll()
  })
  useEffect(() => {
    takeUp()
    const leave = () => decideAll()
    addEventListener('pagehide', leave)
    return () => removeEventListener('pagehide', leave)
  }, [])

  return {
    items: useMemo(() => without(items, hidden), [items, hidden]),
    making: useMemo(() => without(making, hidden), [making, hidden]),
    remove({ id }, { undo }) {
      if (!goToCard(1) && !goToCard(-1)) goToVideos()
      hide([id])
      if (!undo) return void decide(id)
      const press = () => {
        show(id)
        requestAnimationFrame(() => goToVideo(id))
      }
      showToast({
        text: said.done,
        seconds: UNDO_S,
        action: { label: messages.actions.undo, press },
        onGone: () => void decide(id),
      })
    },
  }
}

const without = (items: readonly Generation[], hidden: readonly string[]): readonly Generation[] =>
  hidden.length === 0 ? items : items.filter(({ id }) => !hidden.includes(id))
