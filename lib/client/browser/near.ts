import { type RefObject, useEffect, useState } from 'react'

/** Whether an element has ever been in sight or close to it; false until the browser says so. */
export function useNear(slot: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!slot.current || near) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '200px' },
    )
    observer.observe(slot.current)
    return () => observer.disconnect()
  }, [slot, near])
  return near
}
