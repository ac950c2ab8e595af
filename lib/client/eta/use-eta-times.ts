import { useState } from 'react'
import { readWaiting } from '@/lib/client/api'
import type { Waiting } from '@/lib/shared/eta'

/** How long films took, as the server knew it when it rendered the page, and anew whenever asked. */
export function useWaitingTimes(first: readonly Waiting[]) {
  const [items, setItems] = useState(first)
  const refresh = async () => {
    const found = await readWaiting()
    if (found) setItems(found)
  }
  return { items, refresh: () => void refresh() }
}
