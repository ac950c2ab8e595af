import type { Outcome, Row } from './row'
import { ratios, spread } from './statistics'

const number = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)

/** "median (lowest to highest)" */
function format(samples: readonly number[], unit: string): string {
  const { median, lowest, highest } = spread(samples)
  return `${number(median)}${unit} (${number(lowest)} to ${number(highest)})`
}

/** The values compared with the aim: ratios if there is a baseline, else ours. */
export function judged({ ours, baseline, aim }: Row) {
  const samples = baseline ? ratios(ours, baseline) : ours
  return { ...spread(samples), met: spread(samples).median <= aim }
}

function line(outcome: Outcome): string[] {
  if ('missing' in outcome) return [outcome.figure, '', '', outcome.missing, '', '']
  const { figure, aim, unit, ours, baseline, note } = outcome
  const ratio = baseline ? format(ratios(ours, baseline), '×') : ''
  return [
    note ? `${figure}: ${note}` : figure,
    format(ours, ` ${unit}`),
    baseline ? format(baseline, ` ${unit}`) : '',
    ratio,
    baseline ? `${aim}×` : `${aim} ${unit}`,
    judged(outcome).met ? 'yes' : 'no',
  ]
}

/** All outcomes as a Markdown table. */
export function table(outcomes: readonly Outcome[]): string {
  const rows = [
    ['figure', 'ours', 'baseline', 'ratio', 'at most', 'met'],
    Array(6).fill('---'),
    ...outcomes.map(line),
  ]
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
