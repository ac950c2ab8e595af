/** Why the queue is stopped: the account ran out of credits, or a person holds it. */
export const PAUSES = ['out_of_credits', 'by_person'] as const
export type Paused = (typeof PAUSES)[number]

/** The queue of the whole studio. `parallel`: how many tasks the provider may be making at once; null for no limit of ours. */
export type Queue = { paused: Paused | null; parallel: number | null; running: number; queued: number }

/** Where a queued generation stands. */
export type QueuePosition = {
  /** 1 is sent next. */
  position: number
  paused: Paused | null
  /** Seconds until it is likely to be sent, from how long videos take here; null where nobody can tell. */
  startsIn: number | null
}
