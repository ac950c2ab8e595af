import { useEffect, useEffectEvent, useRef } from 'react'
import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/words'

/** Fetches the next stretch shortly before its place comes into sight; by hand where that is not noticed. */
export function MoreWhenSeen({ loading, onMore }: { loading: boolean; onMore: () => void }) {
  const words = useWords().gallery
  const place = useRef<HTMLDivElement>(null)
  const onSeen = useEffectEvent(() => {
    if (!loading) onMore()
  })
  useEffect(() => {
    if (!place.current || loading) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen(), {
      rootMargin: '400px',
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [loading])
  return (
    <div ref={place} className="grid justify-center pt-6">
      <Button onClick={onMore} disabled={loading}>
        {loading ? words.loading : words.more}
      </Button>
    </div>
  )
}
