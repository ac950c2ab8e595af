import { useNow } from '@/lib/client/browser'

/** ms as 1:12, or 1:01:12 from an hour on. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const two = (value: number) => `${value}`.padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const rest = two(seconds % 60)
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`
}

/** How long ago a moment was, running. `since` in ms. */
export function Elapsed({ since, name }: { since: number; name: string }) {
  const now = useNow()
  return (
    <span role="timer" aria-label={name} className="font-semibold text-2xl tabular-nums">
      {now === null ? '\u00a0' : clock(now - since)}
    </span>
  )
}
