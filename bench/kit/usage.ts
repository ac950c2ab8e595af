import { readFileSync, writeFileSync } from 'node:fs'

const of = (pid: number, file: string): string => {
  if (process.platform !== 'linux') throw new Error('what a process uses can be read on Linux only')
  return `/proc/${pid}/${file}`
}

const TICK_MS = 10 // Linux counts a process's time in hundredths of a second

/** ms of CPU that a process has used since its start, in all of its threads. */
export function cpuMs(pid: number): number {
  const fields = readFileSync(of(pid, 'stat'), 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS // utime and stime: proc(5)
}

const memory = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(of(pid, 'status'), 'utf8'))
  return Number(kilobytes?.[1]) / 1_024
}

/** MB that a process took more than it had before, at its peak during `work`. */
export async function peakAbove(pid: number, work: () => Promise<unknown>): Promise<number> {
  writeFileSync(of(pid, 'clear_refs'), '5') // sets the peak to what is used now: proc(5)
  const before = memory(pid, 'VmRSS')
  await work()
  return memory(pid, 'VmHWM') - before
}
