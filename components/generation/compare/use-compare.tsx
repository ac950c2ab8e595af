import { useRef, useState } from 'react'
import { pausePlaying } from '@/components/gallery'
import { lazy } from '@/components/layout/lazy'
import { showToast } from '@/components/ui/toast'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'

const Comparison = lazy(async () => (await import('./comparison')).Comparison)

/** Side-by-side comparison: the user picks two videos in turn, with a toast naming the first. */
export function useCompare() {
  const messages = useMessages('actions').compare
  const first = useRef<{ generation: Generation; hideToast: () => void } | null>(null)
  const [pair, setPair] = useState<readonly [Generation, Generation] | null>(null)
  const clear = () => {
    first.current = null
  }
  return {
    choose(generation: Generation) {
      const before = first.current
      before?.hideToast()
      clear()
      if (before && before.generation.id !== generation.id) {
        pausePlaying() // otherwise it is heard behind the dialog
        return setPair([before.generation, generation])
      }
      if (before) return // picked again: cancel
      const hideToast = showToast({
        text: messages.chosen(generation.prompt),
        seconds: null,
        action: { label: messages.cancel, press: clear },
        onGone: clear,
      })
      first.current = { generation, hideToast }
    },
    dialog: pair && <Comparison videos={pair} onClose={() => setPair(null)} />,
  }
}
