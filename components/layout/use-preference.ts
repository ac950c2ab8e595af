import { useTransition } from 'react'
import { showToast } from '@/components/ui/toast'
import { useMessages } from '@/lib/client/messages'

/** Keeps a choice for the next time. Where it cannot be, that is told, and the page stays as it is. */
export function useKeeping(): (keep: () => Promise<void>) => void {
  const { notKept } = useMessages('page')
  const [, start] = useTransition()
  return (keep) =>
    start(async () => {
      try {
        await keep()
      } catch {
        showToast({ text: notKept, seconds: 8 }) // whatever it was, the person is told the one thing that helps
      }
    })
}
