import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { goToCard, goToVideo, goToVideos } from '@/components/gallery/go-to-videos'
import { selection } from '@/components/gallery/selected'
import { showToast } from '@/components/ui/toast'
import { generations, type Refused } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import type { Generation, Status } from '@/lib/shared/generation'
import { pendingRemovals } from './pending-removals'
import { useRefusalText } from './use-refusal-text'

const UNDO_S = 8
const TOAST_S = 20

type Feed = {
  items: readonly Generation[]
  /** Every active generation, whether or not it is among the items. */
  making: readonly Generation[]
  /** Takes out a generation that the server has deleted. */
  drop: (id: string) => void
}

/**
 * How a removal can be undone. `delayed`: the server is asked only when that is no longer offered. A function: it is
 * asked at once, and this brings back what was deleted. Null: not at all.
 */
export type Undo = 'delayed' | (() => void) | null

/** Says that so many were not deleted, and why. */
type Failed = (why: string, count: number) => string

/** What to delete; a `status`, where it must not have changed since. */
type Removed = Pick<Generation, 'id'> & { status?: Status }

export type Removal = {
  /** Without those that were removed on the page and may still be undone. */
  items: readonly Generation[]
  making: readonly Generation[]
  remove: (those: readonly Removed[], options: { undo: Undo; failed?: Failed }) => void
}

/**
 * Deletes with undo, as an optimistic update: the card disappears at once, the generation is deleted when its toast
 * closes, or at once where that would be too late. Pending deletions run when the page is left. If the server refuses,
 * the card comes back and a toast says why.
 */
export function useRemoval({ items, making, drop }: Feed): Removal {
  const messages = useMessages()
  const { remove: said } = messages.decisions
  const refusalText = useRefusalText()
  const [hidden, setHidden] = useState<readonly string[]>([])
  /** Those among them that the server has not been asked to delete yet. */
  const pending = useRef(new Set<string>())

  const show = (id: string) => {
    pending.current.delete(id)
    pendingRemovals.keep(pendingRemovals.read().filter((other) => other !== id))
    setHidden((ids) => ids.filter((other) => other !== id))
  }
  const hide = (ids: readonly string[]) => {
    for (const id of ids) pending.current.add(id)
    pendingRemovals.keep([...new Set([...pendingRemovals.read(), ...ids])])
    setHidden((known) => [...known, ...ids])
    selection.set(selection.get().filter(({ id }) => !ids.includes(id)))
  }
  /** Resolves to whether any is deleted. */
  const commit = async (those: readonly Removed[], failed: Failed = said.failed): Promise<boolean> => {
    const refused: Refused[] = []
    let removed = false
    for (const { id, status } of those) {
      if (!pending.current.delete(id)) continue
      const answer = await generations.remove(id, status)
      if (answer.type === 'removed') {
        drop(id)
        removed = true
      } else refused.push(answer)
      show(id)
    }
    if (refused[0])
      showToast({ text: failed(await refusalText(refused[0]), refused.length), seconds: TOAST_S })
    return removed
  }
  const offerUndo = (press: () => void, onGone?: () => void) =>
    showToast({
      text: said.done,
      seconds: UNDO_S,
      action: { label: messages.actions.undo, press },
      ...(onGone && { onGone }),
    })

  const commitAll = useEffectEvent(() => {
    for (const id of pending.current) void commit([{ id }])
  })
  const resume = useEffectEvent(() => {
    const left = pendingRemovals.read()
    if (left.length === 0) return
    hide(left)
    commitAll()
  })
  useEffect(() => {
    resume()
    const leave = () => commitAll()
    addEventListener('pagehide', leave)
    return () => removeEventListener('pagehide', leave)
  }, [])

  return {
    items: useMemo(() => withoutHidden(items, hidden), [items, hidden]),
    making: useMemo(() => withoutHidden(making, hidden), [making, hidden]),
    remove(those, { undo, failed }) {
      if (!goToCard(1) && !goToCard(-1)) goToVideos()
      hide(those.map(({ id }) => id))
      if (undo === 'delayed') {
        const press = () => {
          for (const { id } of those) show(id)
          requestAnimationFrame(() => goToVideo(those[0]?.id ?? ''))
        }
        // Without a status: nobody can tell what it is by then.
        offerUndo(
          press,
          () =>
            void commit(
              those.map(({ id }) => ({ id })),
              failed,
            ),
        )
      } else {
        void commit(those, failed).then((removed) => removed && undo && offerUndo(undo))
      }
    },
  }
}

const withoutHidden = (items: readonly Generation[], hidden: readonly string[]): readonly Generation[] =>
  hidden.length === 0 ? items : items.filter(({ id }) => !hidden.includes(id))
