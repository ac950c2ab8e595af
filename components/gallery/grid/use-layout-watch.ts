import { type RefObject, useEffect, useEffectEvent, useLayoutEffect } from 'react'

type Container = RefObject<HTMLElement | null>

/** Calls back whenever the container’s size may have changed: after each render and from a ResizeObserver. */
export function useOnResize(container: Container, onResize: () => void): void {
  const measure = useEffectEvent(onResize)
  useLayoutEffect(() => measure())
  useEffect(() => {
    const observer = new ResizeObserver(() => measure())
    if (container.current) observer.observe(container.current)
    return () => observer.disconnect()
  }, [container])
}

/** Calls back at most once a frame while the page scrolls or resizes, and after `rows` change. */
export function useOnScroll(rows: readonly unknown[], onScroll: () => void): void {
  const measureNearby = useEffectEvent(onScroll)
  useEffect(() => {
    let frame = 0
    const schedule = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => measureNearby())
    }
    window.addEventListener('scroll', schedule, { passive: true })
    window.addEventListener('resize', schedule)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', schedule)
      window.removeEventListener('resize', schedule)
    }
  }, [])
  useEffect(() => {
    if (rows.length === 0) return
    // The browser has applied scroll anchoring two frames later.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => measureNearby())
    })
    return () => cancelAnimationFrame(frame)
  }, [rows])
}
