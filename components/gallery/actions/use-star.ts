import { useRef } from 'react'
import { sayRefused } from '@/components/gallery/card/failure-text'
import { notify } from '@/components/ui/toast'
import { generations } from '@/lib/client/api'
import { useWords } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'

const READ_S = 12

/** Starring: seen at once, told to the server in the order of the presses, taken back with a sentence if it refuses. */
export function useStar(adopt: (generation: Generation) => void) {
  const words = useWords()
  const last = useRef<Promise<void>>(Promise.resolve())
  const wanted = useRef(new Map<string, boolean>())

  const tell = async (generation: Generation, starred: boolean) => {
    const answer = await generations.star(generation.id, starred)
    if (wanted.current.get(generation.id) !== starred) return // pressed again since: that press has the last word
    if (answer.is === 'starred') return adopt(answer.generation)
    adopt(generation)
    notify({ text: words.deeds.notStarred(sayRefused(words, answer)), seconds: READ_S })
  }

  return (generation: Generation) => {
    const starred = !generation.starred
    wanted.current.set(generation.id, starred)
    adopt({ ...generation, starred })
    last.current = last.current.then(() => tell(generation, starred))
  }
}
