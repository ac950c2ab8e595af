import { useEffect, useState } from 'react'
import { readSpendSettings } from '@/lib/client/api/spend'
import { useMessages } from '@/lib/client/messages'
import { estimateEn } from '@/lib/shared/messages/en/estimate'
import { estimateZh } from '@/lib/shared/messages/zh/estimate'
import { type Estimated, estimate } from '@/lib/shared/spend/estimate'
import type { Prices } from '@/lib/shared/spend/prices'

/** The prices of this studio, read again when somebody returns to the page; null until they are known. */
function usePrices(): Prices | null {
  const [prices, setPrices] = useState<Prices | null>(null)
  useEffect(() => {
    let open = true
    const read = async () => {
      const found = await readSpendSettings()
      if (open && found) setPrices(found)
    }
    void read()
    window.addEventListener('focus', read)
    return () => {
      open = false
      window.removeEventListener('focus', read)
    }
  }, [])
  return prices
}

/** What `count` videos will cost, as a line of text; empty until the prices are known. */
export function useEstimate(of: Estimated | null, count = 1): string {
  const { line } = useMessages({ en: estimateEn, zh: estimateZh })
  const prices = usePrices()
  return of && prices ? line(estimate(of, prices, count)) : ''
}
