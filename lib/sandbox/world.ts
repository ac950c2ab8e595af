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
  /** By sha256. */
  images: Map<string, ReceivedImage>
  /** By path. */
  addresses: Map<string, Address>
}
