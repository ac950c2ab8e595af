import { readFileSync, writeFileSync } from 'node:fs'

const TICK_MS = 10 // Linux counts a process's time in hundredths of a second

/** ms of CPU that a process has used since its start, in all of its threads. Linux only. */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS // utime and stime: proc(5)
}

const memory = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(kilobytes?.[1]) / 1_024
}

/** MB that a process took more than it had before, at its peak during `work`. Linux only. */
export async function peakAbove(pid: number, work: () => Promise<unknown>): Promise<number> {
  writeFileSync(`/proc/${pid}/clear_refs`, '5') // sets the peak to what is used now: proc(5)
  const before = memory(pid, 'VmRSS')
  await work()
  return memory(pid, 'VmHWM') - before
}
