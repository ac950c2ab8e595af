import type { Check } from './check'
import type { Ending } from './reckoning'
import type { Report } from './run'
import { type Row, timesOf } from './tally'

const COLUMNS: Ending[] = ['completed', 'found', 'failed', 'rejected', 'unknown', 'nothing']
const MOST_COMPLAINTS = 20

/** The whole report, for people. */
export function tableOf({ seed, wishes, seconds, rows, checks, left }: Report): string {
  const head = line('', 'times', COLUMNS)
  const groups = ['create', 'read', 'result', 'kill'].flatMap((on) => [
    '',
    on === 'kill' ? 'kill -9' : `fault on ${on}`,
    ...rows.filter((row) => row.on === on).map(rowOf),
  ])
  const [faults, kills] = [timesOf(rows, false), timesOf(rows, true)]
  const sum = `seed ${seed}: ${wishes} wishes, ${faults} faults, ${kills} kills in ${seconds} s`
  const legend = 'Where those that it befell have ended; found: completed once a person entered the taskid.'
  const trace = left === null ? [] : [`Data, log and ledger were left in ${left}`]
  return [head, ...groups, '', legend, '', ...checks.flatMap(linesOf), '', sum, ...trace].join('\n')
}

const rowOf = ({ name, times, endings }: Row): string =>
  line(
    `  ${name}`,
    `${times}`,
    COLUMNS.map((column) => `${endings.get(column) ?? '·'}`),
  )

const line = (name: string, times: string, cells: string[]): string =>
  name.padEnd(28) + times.padStart(6) + cells.map((cell) => cell.padStart(11)).join('')

function linesOf({ name, looked, complaints }: Check): string[] {
  const verdict = complaints.length === 0 ? 'holds' : `FAILS ${complaints.length} times`
  const shown = complaints.slice(0, MOST_COMPLAINTS).map((complaint) => `    ${complaint.slice(0, 400)}`)
  return [`${name.padEnd(44)}${verdict} (${looked} looked at)`, ...shown]
}
