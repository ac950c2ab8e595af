import { useRef } from 'react'
import { showToast } from '@/components/ui/toast'
import { useMessages } from '@/lib/client/messages'

const OFFER_S = 30
const TOAST_S = 8

type Content = { fields: { prompt: string }; photos: { tokens: readonly unknown[] } }

type Form<Snapshot extends Content> = {
  form: { setFocus: (name: 'prompt') => void }
  snapshot: () => Snapshot
  restore: (snapshot: Snapshot) => void
}

/** Changes of the form’s content that can be undone: the previous content is put back from a toast. */
export function useRefilling<Snapshot extends Content>({ form, snapshot, restore }: Form<Snapshot>) {
  const { putBack } = useMessages('actions')
  const hideToast = useRef<() => void>(undefined)
  return (text: string, change: () => void) => {
    const before = snapshot()
    const empty = before.fields.prompt.trim() === '' && before.photos.tokens.length === 0
    change()
    // Only in the next frame: the form may have to expand first, and a closing menu returns its focus.
    requestAnimationFrame(() => form.setFocus('prompt'))
    hideToast.current?.()
    const press = () => {
      restore(before)
      form.setFocus('prompt')
    }
    hideToast.current = empty
      ? showToast({ text, seconds: TOAST_S })
      : showToast({ text, seconds: OFFER_S, action: { label: putBack, press } })
  }
}
