type Box = { left: number; top: number; right: number; bottom: number }
type Size = { width: number; height: number }

const MARGIN = 8 // px

const clamp = (value: number, max: number): number => Math.max(MARGIN, Math.min(value, max))

/**
 * Position of a menu next to its opener, in px of the window: below, or above if there is no room below, and entirely
 * inside the window if it fits.
 */
export function positionBeside(
  opener: Box,
  { width, height }: Size,
  window: Size,
): { left: number; top: number } {
  const lowest = window.height - height - MARGIN
  const above = opener.top - height
  const top = opener.bottom > lowest && above >= MARGIN ? above : opener.bottom
  return { left: clamp(opener.left, window.width - width - MARGIN), top: clamp(top, lowest) }
}
