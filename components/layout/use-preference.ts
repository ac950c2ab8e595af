import { useTransition } from 'react'
import { showToast } from '@/components/ui/toast'
import { useMessages } from '@/lib/client/messages'

/** Runs the action that saves a preference. If it fails, shows a toast and leaves the page as it is. */
export function useSavePreference(): (save: () => Promise<void>) => void {
  const { notKept } = useMessages('page')
  const [, start] = useTransition()
  return (save) =>
    start(async () => {
      try {
        await save()
      } catch {
        showToast({ text: notKept, seconds: 8 }) // the toast is the same whatever the cause
      }
    })
}
