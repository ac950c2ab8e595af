type Box = { left: number; top: number; right: number; bottom: number }
type Size = { width: number; height: number }

const MARGIN = 8 // px

const within = (value: number, most: number): number => Math.max(MARGIN, Math.min(value, most))

/**
 * Where something of this size stands beside what opened it, in px of the window: below, above where there is no room
 * below, and always whole within the window if it fits there at all.
 */
export function positionBeside(
  opener: Box,
  { width, height }: Size,
  window: Size,
): { left: number; top: number } {
  const lowest = window.height - height - MARGIN
  const above = opener.top - height
  const top = opener.bottom > lowest && above >= MARGIN ? above : opener.bottom
  return { left: within(opener.left, window.width - width - MARGIN), top: within(top, lowest) }
}
