import { useEffect, useEffectEvent, useRef } from 'react'
import { Button } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'

type Props = {
  loading: boolean
  /** Stops loading by itself while the connection is down. */
  broken: boolean
  onMore: () => void
}

/** Loads the next page before its place scrolls into view. The button is the fallback. */
export function InfiniteScroll({ loading, broken, onMore }: Props) {
  const messages = useMessages('gallery')
  const cell = useRef<HTMLDivElement>(null)
  const onSeen = useEffectEvent(onMore)
  useEffect(() => {
    if (!cell.current || loading || broken) return
    // A busy browser batches the entries of several frames; the last is the current state.
    const observer = new IntersectionObserver((seen) => seen.at(-1)?.isIntersecting && onSeen(), {
      rootMargin: '300%',
    })
    observer.observe(cell.current)
    return () => observer.disconnect()
  }, [loading, broken])
  return (
    <div ref={cell} className="grid justify-center pt-6">
      <Button onClick={onMore} aria-busy={loading}>
        {loading ? messages.loading : messages.more}
      </Button>
    </div>
  )
}
