import type { ModelId } from '@/lib/shared/models'
import type { Scheme } from './authorization'

/** All times are ms of the sandbox's clock; `endedAt` is null until the response is sent. */
type Span = { startedAt: number; endedAt: number | null }

/** Why a valid create was refused: more tasks at once than `parallelTasks`, or no `credits` left. */
export type Denial = 'beyond_limit' | 'out_of_credits'

/** A create request that arrived, whatever became of it. */
export type Arrival = Span & {
  fault: string | null
  taskid: string | null
  /** A `Denial`, `unauthorized`, or the complaint about an invalid request; null unless it was refused without a fault. */
  refusal: string | null
}
export type Poll = Span & { taskid: string; fault: string | null; status: number | null }
export type Download = Span & {
  taskid: string
  file: 'video' | 'last-frame'
  fault: string | null
  status: number | null
}
/** A request for a result that carried the API key, which must never be sent there. */
export type Leak = { at: number; path: string }

export type TaskEntry = {
  taskid: string
  at: number
  /** The model whose path was called. */
  model: ModelId
  fields: Record<string, string>
  images: { name: string; type: string; bytes: number; sha256: string }[]
  authorization: Scheme
  /** task_status as of now; null once deleted. */
  status: number | null
  deletedAt: number | null
}

export type Ledger = {
  creates: Arrival[]
  tasks: TaskEntry[]
  polls: Poll[]
  downloads: Download[]
  leaks: Leak[]
  /** The most tasks that were ever in the making at once, without those that waited in the provider's queue. */
  peak: number
}

export const emptyLedger = (): Ledger => ({
  creates: [],
  tasks: [],
  polls: [],
  downloads: [],
  leaks: [],
  peak: 0,
})
