import { useEffect, useEffectEvent, useRef } from 'react'
import { Button } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'

type Props = {
  loading: boolean
  /** It does not ask by itself while the line is broken. */
  broken: boolean
  onMore: () => void
}

/** Fetches the next stretch before its place comes into sight; by hand where that is not noticed. */
export function InfiniteScroll({ loading, broken, onMore }: Props) {
  const messages = useMessages('gallery')
  const cell = useRef<HTMLDivElement>(null)
  const onSeen = useEffectEvent(onMore)
  useEffect(() => {
    if (!cell.current || loading || broken) return
    // On a busy machine what was seen in several frames is told at once; the last is how it is.
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
