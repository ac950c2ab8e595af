import { useEffect, useState } from 'react'
import { readSpendSettings } from '@/lib/client/api/spend'
import { useMessages } from '@/lib/client/messages'
import { estimateEn } from '@/lib/shared/messages/en/estimate'
import { estimateZh } from '@/lib/shared/messages/zh/estimate'
import { type Estimated, estimate } from '@/lib/shared/spend/estimate'
import type { Prices } from '@/lib/shared/spend/prices'

/** Asked anew after this long, since an owner may have changed the prices meanwhile. */
const FRESH_MS = 60_000

/** The prices of this studio; null until they are known. */
function usePrices(): Prices | null {
  const [prices, setPrices] = useState<Prices | null>(null)
  useEffect(() => {
    let open = true
    const read = async () => {
      const found = await readSpendSettings()
      if (open && found) setPrices(found)
    }
    void read()
    const timer = setInterval(() => document.visibilityState === 'visible' && void read(), FRESH_MS)
    return () => {
      open = false
      clearInterval(timer)
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
