'use client'
import { useAnnouncement } from '@/lib/client/browser'

/** The page’s live region. A no-break space makes a repeated sentence new to screen readers. */
export function LiveRegion() {
  const { text, count } = useAnnouncement()
  return (
    <p aria-live="polite" className="sr-only">
      {count % 2 === 0 ? text : `${text}\u00a0`}
    </p>
  )
}
