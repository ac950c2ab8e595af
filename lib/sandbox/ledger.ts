import type { ModelId } from '@/lib/shared/models'
import type { Scheme } from './authorization'

/** All times are milliseconds of the sandbox's clock; `endedAt` is null while the answer has not left. */
type Span = { startedAt: number; endedAt: number | null }

/** A create request that arrived, whatever came of it. */
export type Arrival = Span & { fault: string | null; taskid: string | null; refusal: string | null }
export type Poll = Span & { taskid: string; fault: string | null; status: number | null }
export type Download = Span & {
  taskid: string
  file: 'video' | 'last-frame'
  fault: string | null
  status: number | null
}
/** A request to a result address that carried the key, where it must never go. */
export type Leak = { at: number; path: string }

export type TaskEntry = {
  taskid: string
  at: number
  /** Whose path it came to. */
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
}

export const emptyLedger = (): Ledger => ({ creates: [], tasks: [], polls: [], downloads: [], leaks: [] })
