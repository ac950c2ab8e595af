import { useRef } from 'react'
import { showToast } from '@/components/ui/toast'
import { generations } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { useRefusalText } from './use-refusal-text'

const TOAST_S = 12

/**
 * Toggles stars as an optimistic update. Requests go out one by one in the order of the presses; a refusal reverts
 * the star and shows a toast.
 */
export function useStar(upsert: (generation: Generation) => void) {
  const messages = useMessages('actions')
  const refusalText = useRefusalText()
  const last = useRef<Promise<void>>(Promise.resolve())
  const wanted = useRef(new Map<string, boolean>())

  const send = async (generation: Generation, starred: boolean) => {
    const answer = await generations.star(generation.id, starred)
    if (wanted.current.get(generation.id) !== starred) return // pressed again since; the later request decides
    if (answer.type === 'starred') return upsert(answer.generation)
    upsert(generation)
    showToast({ text: messages.notStarred(await refusalText(answer)), seconds: TOAST_S })
  }

  return (generation: Generation) => {
    const starred = !generation.starred
    wanted.current.set(generation.id, starred)
    upsert({ ...generation, starred })
    last.current = last.current.then(() => send(generation, starred))
  }
}
