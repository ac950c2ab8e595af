'use client'
import { useAnnouncement } from '@/lib/client/browser'

/** Where announcements are heard. There is one in the page; a no-break space makes a repeated sentence new. */
export function LiveRegion() {
  const { text, count } = useAnnouncement()
  return (
    <p aria-live="polite" className="sr-only">
      {count % 2 === 0 ? text : `${text}\u00a0`}
    </p>
  )
}
