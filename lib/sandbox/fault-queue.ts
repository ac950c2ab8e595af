import type { Fault, FaultOn } from './faults'

/** What a call is about; a fault may be for one task or one file only. */
type Asked = { taskids?: string[]; file?: 'video' | 'last-frame' }

/** The faults that wait for their call, first come, first served. */
export class FaultQueue {
  #waiting: Fault[] = []
  #cleared = new AbortController()

  /** Aborts when the faults are cleared the next time. */
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

  /** The fault that befalls this call, or null. One that has happened as often as it was asked for is gone. */
  take<On extends Fault['on']>(on: On, asked: Asked = {}): FaultOn<On> | null {
    const fault = this.#waiting.find(
      (candidate): candidate is FaultOn<On> => candidate.on === on && concerns(candidate, asked),
    )
    if (!fault) return null
    if (fault.times === 1) this.#waiting = this.#waiting.filter((other) => other !== fault)
    else if (fault.times !== 'always') fault.times--
    return fault
  }
}

const concerns = (fault: Fault, { taskids = [], file }: Asked): boolean =>
  (fault.taskid === undefined || taskids.includes(fault.taskid)) &&
  (!('file' in fault) || fault.file === undefined || fault.file === file)
