import { useState } from 'react'
import { readEta } from '@/lib/client/api'
import type { Eta } from '@/lib/shared/eta'

/** How long videos take: at first as rendered by the server, then whatever `refresh` loads. */
export function useEtaTimes(first: readonly Eta[]) {
  const [items, setItems] = useState(first)
  const refresh = async () => {
    const found = await readEta()
    if (found) setItems(found)
  }
  return { items, refresh: () => void refresh() }
}
