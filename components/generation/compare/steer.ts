/** The model always renders 24 frames a second, whatever was requested. */
export const FRAME_S = 1 / 24

/** A drift beyond this (s) takes too long to correct by the playback rate. */
const JUMP_S = 0.25
/** Fraction of the drift that is made up per second, and the maximum change of the playback rate. */
const GAIN = 2
const MAX_CHANGE = 0.12

/**
 * Keeps the following video in sync with the leading one: the playback rate to continue at, or the time to jump to;
 * null where it waits at its end.
 * @param lead current time of the leading video, in s
 * @param follow current time of the following video, in s
 * @param end duration of the following video, in s
 */
export function steer(lead: number, follow: number, end: number): { rate: number } | { jump: number } | null {
  if (lead >= end - FRAME_S) return null
  const drift = follow - lead
  if (Math.abs(drift) > JUMP_S) return { jump: lead }
  if (Math.abs(drift) < FRAME_S / 4) return { rate: 1 }
  return { rate: 1 - Math.max(-MAX_CHANGE, Math.min(MAX_CHANGE, drift * GAIN)) }
}

/**
 * The time (s) in the middle of the frame `steps` away from the one at `time`. At a frame’s edge, rounding would
 * decide which one is shown.
 */
export function frameAt(time: number, steps: number, duration: number): number {
  const last = Math.max(0, Math.floor(duration / FRAME_S + 1e-6) - 1)
  const frame = Math.floor(time / FRAME_S + 1e-6) + steps
  return (Math.max(0, Math.min(last, frame)) + 0.5) * FRAME_S
}
