import type { Fault, FaultOn } from './faults'

/** The task and file of a call; a fault may be limited to one of them. */
type Target = { taskids?: string[]; file?: 'video' | 'last-frame' }

/** Faults waiting for a matching call, first in, first out. */
export class FaultQueue {
  #waiting: Fault[] = []
  #cleared = new AbortController()

  /** Aborts when the faults are next cleared. */
  get cleared(): AbortSignal {
    return this.#cleared.signal
  }

  add(faults: Fault[]): void {
    this.#waiting.push(...faults.map((fault) => ({ ...fault })))
  }

  clear(): void {
    this.#waiting = []
    this.#cleared.abort()
    this.#cleared = new AbortController()
  }

  list(): Fault[] {
    return this.#waiting.map((fault) => ({ ...fault }))
  }

  /** The fault for this call, or null. A fault is removed once it has occurred as often as ordered. */
  take<On extends Fault['on']>(on: On, target: Target = {}): FaultOn<On> | null {
    const fault = this.#waiting.find(
      (candidate): candidate is FaultOn<On> => candidate.on === on && concerns(candidate, target),
    )
    if (!fault) return null
    if (fault.times === 1) this.#waiting = this.#waiting.filter((other) => other !== fault)
    else if (fault.times !== 'always') fault.times--
    return fault
  }
}

const concerns = (fault: Fault, { taskids = [], file }: Target): boolean =>
  (fault.taskid === undefined || taskids.includes(fault.taskid)) &&
  (!('file' in fault) || fault.file === undefined || fault.file === file)
