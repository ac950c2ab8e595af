import { useState } from 'react'
import { IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'

/** Continues a video. Fetching the last frame can take a moment; presses are ignored meanwhile. */
export function GoOnButton({ onPress }: { onPress: () => Promise<void> }) {
  const [busy, setBusy] = useState(false)
  const press = async () => {
    if (busy) return
    setBusy(true)
    await onPress()
    setBusy(false)
  }
  return (
    <IconButton
      icon="onward"
      name={useMessages('gallery').onward}
      aria-busy={busy}
      onClick={press}
      className="aria-busy:opacity-40"
    />
  )
}
