import { type RefObject, useEffect, useEffectEvent, useLayoutEffect } from 'react'

type Container = RefObject<HTMLElement | null>

/** Calls back when the container may have another size: after each rendering, and when the browser says so. */
export function useOnResize(container: Container, onResize: () => void): void {
  const measure = useEffectEvent(onResize)
  useLayoutEffect(() => measure())
  useEffect(() => {
    const observer = new ResizeObserver(() => measure())
    if (container.current) observer.observe(container.current)
    return () => observer.disconnect()
  }, [container])
}

/** Calls back once a frame while the page is scrolled or resized, and after `rows` have changed. */
export function useOnScroll(rows: readonly unknown[], onScroll: () => void): void {
  const measureNearby = useEffectEvent(onScroll)
  useEffect(() => {
    let frame = 0
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => measureNearby())
    }
    window.addEventListener('scroll', soon, { passive: true })
    window.addEventListener('resize', soon)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', soon)
      window.removeEventListener('resize', soon)
    }
  }, [])
  useEffect(() => {
    if (rows.length === 0) return
    // Two frames later the browser has anchored what is seen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => measureNearby())
    })
    return () => cancelAnimationFrame(frame)
  }, [rows])
}
