import type { Check } from './check'
import type { FinalState } from './reconciliation'
import type { Report } from './run'
import { type Row, timesOf } from './summary'

const COLUMNS: FinalState[] = ['completed', 'found', 'failed', 'rejected', 'unknown', 'nothing']
const MAX_COMPLAINTS = 20
const GROUPS = {
  create: 'fault on create',
  read: 'fault on read',
  result: 'fault on result',
  kill: 'kill -9',
  database: 'the database is',
}

/** The full report as text. */
export function tableOf(report: Report): string {
  const groups = Object.entries(GROUPS).flatMap(([on, title]) => {
    const rows = report.rows.filter((row) => row.on === on)
    return rows.length > 0 ? ['', title, ...rows.map(rowOf)] : []
  })
  const legend = 'How the affected submissions ended; found: completed once the taskid was entered by hand.'
  const trace = report.left === null ? [] : [`Data, log and ledger were left in ${report.left}`]
  const table = [line('', 'times', COLUMNS), ...groups, '', legend, '']
  return [...table, ...report.checks.flatMap(linesOf), '', sumOf(report), ...trace].join('\n')
}

/** The report in one line. */
export const sumOf = ({ seed, submissions, seconds, rows }: Report): string =>
  `seed ${seed}: ${submissions} submissions, ${timesOf(rows, false)} faults, ${timesOf(rows, true)} kills in ${seconds} s`

const rowOf = ({ name, times, finalStates }: Row): string =>
  line(
    `  ${name}`,
    `${times}`,
    COLUMNS.map((column) => `${finalStates.get(column) ?? '·'}`),
  )

const line = (name: string, times: string, cells: string[]): string =>
  name.padEnd(28) + times.padStart(6) + cells.map((cell) => cell.padStart(11)).join('')

function linesOf({ name, checked, complaints }: Check): string[] {
  const verdict = complaints.length === 0 ? 'holds' : `FAILS ${complaints.length} times`
  const shown = complaints.slice(0, MAX_COMPLAINTS).map((complaint) => `    ${complaint.slice(0, 400)}`)
  return [`${name.padEnd(44)}${verdict} (${checked} checked)`, ...shown]
}
