import { readFileSync, writeFileSync } from 'node:fs'

const of = (pid: number, file: string): string => {
  if (process.platform !== 'linux') throw new Error('what a process uses can be read on Linux only')
  return `/proc/${pid}/${file}`
}

const TICK_MS = 10 // Linux counts CPU time in hundredths of a second

/** CPU time of a process since its start, in ms, over all threads. */
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

/** Peak memory of a process during `work`, above what it used before, in MB. */
export async function peakAbove(pid: number, work: () => Promise<unknown>): Promise<number> {
  writeFileSync(of(pid, 'clear_refs'), '5') // resets the peak to the current value: proc(5)
  const before = memory(pid, 'VmRSS')
  await work()
  return memory(pid, 'VmHWM') - before
}
