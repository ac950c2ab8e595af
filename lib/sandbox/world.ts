import type { FaultQueue } from './fault-queue'
import type { Ledger } from './ledger'
import type { ReceivedImage } from './receive'
import type { Settings } from './settings'
import type { Address, Task } from './task'
import type { Renderer } from './video'

/** The state of one sandbox. */
export type World = {
  readonly key: string | undefined
  readonly folder: string
  readonly now: () => number
  readonly renderer: Renderer
  readonly faults: FaultQueue
  settings: Settings
  ledger: Ledger
  /** By taskid. */
  tasks: Map<string, Task>
  /** Started and in the making. Those that have ended are taken out when the next one starts. */
  active: Set<Task>
  /** Accepted, and waiting until fewer are in the making. In order of creation. */
  queued: Set<Task>
  /** What is still queued starts no earlier than this, in ms: callers may have seen it pending until then. */
  queueMovedAt: number
  /** By sha256. */
  images: Map<string, ReceivedImage>
  /** By path. */
  addresses: Map<string, Address>
}
