/** The model makes 24 frames a second, whatever is asked. */
export const FRAME_S = 1 / 24

/** Beyond this (s) no gentle hurrying catches up soon enough. */
const JUMP_S = 0.25
/** How much of a lag is made up in a second, and how far a video may be hurried at most. */
const GAIN = 2
const MOST = 0.12

/**
 * How the video that follows keeps step with the one that leads: at which speed to go on, or where to jump to.
 * @param lead @param follow where they are, in s
 * @param end where the one that follows has its end, in s: there it waits
 */
export function steer(lead: number, follow: number, end: number): { rate: number } | { jump: number } | null {
  if (lead >= end - FRAME_S) return null
  const drift = follow - lead
  if (Math.abs(drift) > JUMP_S) return { jump: lead }
  if (Math.abs(drift) < FRAME_S / 4) return { rate: 1 }
  return { rate: 1 - Math.max(-MOST, Math.min(MOST, drift * GAIN)) }
}

/** The time (s) in the middle of the frame that is `steps` from the one at `time`: on its edge, rounding decides. */
export function frameAt(time: number, steps: number, duration: number): number {
  const last = Math.max(0, Math.floor(duration / FRAME_S + 1e-6) - 1)
  const frame = Math.floor(time / FRAME_S + 1e-6) + steps
  return (Math.max(0, Math.min(last, frame)) + 0.5) * FRAME_S
}
