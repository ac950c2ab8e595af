import { useNow } from '@/lib/client/now'
import { clock } from '@/lib/shared/clock'

/** A running timer. `since`: epoch ms. */
export function Elapsed({ since, name }: { since: number; name: string }) {
  const now = useNow()
  return (
    <span role="timer" aria-label={name} className="font-semibold text-2xl tabular-nums">
      {clock(now - since)}
    </span>
  )
}
