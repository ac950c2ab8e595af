/** How far the server's clock is ahead of this browser's, in ms. Readers' clocks are wrong by minutes or time zones. */
let aheadMs = 0

/** A Date header has whole seconds and takes a while to arrive: a smaller difference says nothing. */
const TOLERANCE_MS = 2_000

/** The time by the server's clock, in epoch ms: ages of what the server dates are counted from it. */
export const serverNow = (): number => Date.now() + aheadMs

/** Call with the server's time, in epoch ms, when it arrives. NaN is ignored. */
export function hearServerTime(time: number): void {
  if (Math.abs(time - serverNow()) > TOLERANCE_MS) aheadMs = time - Date.now()
}
