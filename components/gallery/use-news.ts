import { useEffect, useRef } from 'react'
import { announce } from '@/lib/client/browser'
import { useWords } from '@/lib/client/words'
import { type Generation, isActive } from '@/lib/shared/generation'

/** Tells people who listen to the page, once, when a film is ready or will not come. */
export function useNews(items: readonly Generation[]) {
  const words = useWords().gallery
  const making = useRef(new Set<string>())
  useEffect(() => {
    for (const { id, status, prompt } of items) {
      if (isActive(status)) making.current.add(id)
      else if (making.current.delete(id)) {
        announce(status === 'completed' ? words.ready(prompt) : words.ended(prompt))
      }
    }
  }, [items, words])
}
