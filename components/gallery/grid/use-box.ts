import { type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import type { Box } from './rows'

type Measured = Omit<Box, 'size'>

function readBox(container: HTMLElement): Measured {
  const { columnGap, rowGap } = getComputedStyle(container)
  return {
    width: container.getBoundingClientRect().width,
    gapX: Number.parseFloat(columnGap),
    gapY: Number.parseFloat(rowGap),
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    phone: !matchMedia('(width >= 40rem)').matches, // the breakpoint of `sm:`
    screen: document.documentElement.clientHeight,
  }
}

/** On wide screens no video’s height depends on the viewport’s, so a change of that alone is ignored. */
const same = (a: Measured, b: Measured): boolean =>
  a.width === b.width && a.phone === b.phone && a.rem === b.rem && (!a.phone || a.screen === b.screen)

/** The measured container of the rows; null on the server and before hydration. */
export function useBox(container: RefObject<HTMLElement | null>, size: number): Box | null {
  const [box, setBox] = useState<Measured | null>(null)
  useLayoutEffect(() => {
    const element = container.current
    if (!element) return
    const read = () => {
      const now = readBox(element)
      setBox((before) => (before && same(before, now) ? before : now))
    }
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    window.addEventListener('resize', read)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', read)
    }
  }, [container])
  return useMemo(() => box && { ...box, size }, [box, size])
}
