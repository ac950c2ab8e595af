import { FAULTS } from '@/lib/sandbox'
import type { Check } from './check'
import { type Case, type FinalState, finalStateOf, type Reconciliation } from './reconciliation'
import type { Scenario } from './scenario'

/** A fault, or a step at which the studio was killed: how often, and how the affected submissions ended. */
export type Row = { on: string; name: string; times: number; finalStates: Map<FinalState, number> }

/** Counts the faults that occurred, by the provider's ledger. */
export function summary({ kills, unreached }: Scenario, { cases, ledger }: Reconciliation): Row[] {
  const byTask = new Map(cases.flatMap((one) => one.tasks.map(({ taskid }) => [taskid, one] as const)))
  const rowFor = (on: string, entries: { taskid: string; fault: string | null }[]) => (name: string) => {
    const affected = entries.filter(({ fault }) => fault === name)
    const met = new Set(affected.flatMap(({ taskid }) => byTask.get(taskid) ?? []))
    return { on, name, times: affected.length, finalStates: finalStates([...met]) }
  }
  const fault = (name: string) => finalStates(cases.filter(({ diary }) => diary.fault === name))
  const created = (name: string) => {
    const affected = ledger.creates.filter(({ fault }) => fault === name)
    const met = affected.flatMap(({ taskid }) => (taskid === null ? [] : (byTask.get(taskid) ?? [])))
    const known = cases.filter(({ diary }) => diary.fault === name)
    return {
      on: 'create',
      name,
      times: affected.length,
      finalStates: finalStates([...new Set([...known, ...met])]),
    }
  }
  return [
    ...FAULTS.create.map(created),
    { on: 'create', name: 'connection refused', times: unreached, finalStates: fault('connection refused') },
    ...FAULTS.read.map(rowFor('read', ledger.polls)),
    ...FAULTS.result.map(rowFor('result', ledger.downloads)),
    ...[...kills].map(([name, times]) => ({ on: 'kill', name, times, finalStates: fault(`kill: ${name}`) })),
  ]
}

export function finalStates(cases: Case[]): Map<FinalState, number> {
  const counts = new Map<FinalState, number>()
  for (const one of cases) counts.set(finalStateOf(one), (counts.get(finalStateOf(one)) ?? 0) + 1)
  return counts
}

export const timesOf = (rows: Row[], kills: boolean): number =>
  rows.filter(({ on }) => (on === 'kill') === kills).reduce((sum, { times }) => sum + times, 0)

/** Checks that enough faults and kills occurred for the run to prove anything. */
export function everythingTried(
  rows: Row[],
  least: { faults: number; kills: number; ofEach: number },
): Check {
  const [faults, kills] = [timesOf(rows, false), timesOf(rows, true)]
  const complaints = rows
    .filter(({ times }) => times < least.ofEach)
    .map(({ on, name, times }) => `${on} ${name} happened ${times} times`)
  if (faults < least.faults) complaints.push(`${faults} faults are fewer than ${least.faults}`)
  if (kills < least.kills) complaints.push(`${kills} kills are fewer than ${least.kills}`)
  return { name: 'everything was tried', checked: rows.length, complaints }
}
