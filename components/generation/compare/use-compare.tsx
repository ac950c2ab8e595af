import { useRef, useState } from 'react'
import { pausePlaying } from '@/components/gallery'
import { lazy } from '@/components/layout/lazy'
import { showToast } from '@/components/ui/toast'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'

const Comparison = lazy(async () => (await import('./comparison')).Comparison)

/** Two videos to be seen side by side, chosen one after the other. A notice says which the first one is. */
export function useCompare() {
  const messages = useMessages('actions').compare
  const first = useRef<{ generation: Generation; withdraw: () => void } | null>(null)
  const [pair, setPair] = useState<readonly [Generation, Generation] | null>(null)
  const forget = () => {
    first.current = null
  }
  return {
    choose(generation: Generation) {
      const before = first.current
      before?.withdraw()
      forget()
      if (before && before.generation.id !== generation.id) {
        pausePlaying() // it would be heard through the dialog
        return setPair([before.generation, generation])
      }
      if (before) return // the same one again: the person thought better of it
      const withdraw = showToast({
        text: messages.chosen(generation.prompt),
        seconds: null,
        action: { label: messages.cancel, press: forget },
        onGone: forget,
      })
      first.current = { generation, withdraw }
    },
    dialog: pair && <Comparison videos={pair} onClose={() => setPair(null)} />,
  }
}
