import { useEffect, useEffectEvent, useRef } from 'react'
import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/words'

type Props = {
  loading: boolean
  /** It does not ask by itself while the line is broken. */
  broken: boolean
  onMore: () => void
}

/** Fetches the next stretch before its place comes into sight; by hand where that is not noticed. */
export function MoreWhenSeen({ loading, broken, onMore }: Props) {
  const words = useWords().gallery
  const place = useRef<HTMLDivElement>(null)
  const onSeen = useEffectEvent(onMore)
  useEffect(() => {
    if (!place.current || loading || broken) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(), {
      rootMargin: '300%',
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [loading, broken])
  return (
    <div ref={place} className="grid justify-center pt-6">
      <Button onClick={onMore} aria-busy={loading}>
        {loading ? words.loading : words.more}
      </Button>
    </div>
  )
}
