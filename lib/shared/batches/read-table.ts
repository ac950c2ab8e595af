import Papa from 'papaparse'
import { FIXED_RATIOS, PARAMETERS } from '@/lib/shared/models'
import { BATCH_ROWS, PROMPT_COLUMN, type Row } from './batch'

/** Why a table cannot be read at all. */
export type TableProblem =
  | { type: 'table_not_text' }
  | { type: 'table_empty' }
  | { type: 'table_no_prompt'; columns: string[] }
  | { type: 'table_unknown_column'; column: string; allowed: string[] }
  | { type: 'table_repeated_column'; column: string }
  | { type: 'table_extra_cell'; row: number; cell: string }
  | { type: 'table_open_quote'; row: number }
  | { type: 'table_too_long'; rows: number; limit: number }

export const IMAGE_COLUMN = 'sourceImage'

/** The columns of a table, in the order of the template. */
export const COLUMNS: readonly string[] = [PROMPT_COLUMN, IMAGE_COLUMN, ...PARAMETERS.keys(), 'model']
const REPEATABLE: readonly string[] = [IMAGE_COLUMN]

/**
 * Reads a table as a spreadsheet saves or copies it: columns named as the provider's parameters, divided by commas, semicolons or
 * tabs. Lines without any such name are prompts. Values are not checked, but what a spreadsheet has made of
 * them is undone.
 */
export function readTable(text: string): { rows: Row[] } | { problem: TableProblem } {
  const { data, problem } = cellsIn(text, [',', ';', '\t'])
  const [head, ...rest] = data
  if (problem || !head) return { problem: problem ?? { type: 'table_empty' } }
  const columns = head.map(columnOf)
  if (!columns.some((column) => COLUMNS.includes(column))) {
    const lines = cellsIn(text, ['\t']).data // prompts have commas, too
    if (lines.every((line) => line.length === 1)) return toRows([PROMPT_COLUMN], lines)
  }
  const wrong = problemOf(columns, head)
  return wrong ? { problem: wrong } : toRows(columns, rest)
}

function cellsIn(text: string, delimiters: string[]): { data: string[][]; problem?: TableProblem } {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    ...(delimiters.length > 1 ? { delimitersToGuess: delimiters } : { delimiter: delimiters[0] }),
    skipEmptyLines: 'greedy',
  })
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  return open ? { data, problem: { type: 'table_open_quote', row: Math.max(1, open.row ?? 1) } } : { data }
}

const folded = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '')

/** A column by any spelling of its name: `Generate Audio`, `sourceimage2`. */
function columnOf(name: string): string {
  const wanted = folded(name).replace(/^(sourceimage)s?[12]?$/, '$1')
  return COLUMNS.find((column) => folded(column) === wanted) ?? name.trim()
}

function problemOf(columns: readonly string[], head: readonly string[]): TableProblem | undefined {
  if (!columns.includes(PROMPT_COLUMN)) return { type: 'table_no_prompt', columns: columns.filter(Boolean) }
  for (const [index, column] of columns.entries()) {
    if (column === '') continue
    if (!COLUMNS.includes(column))
      return { type: 'table_unknown_column', column: head[index] ?? column, allowed: [...COLUMNS] }
    if (columns.indexOf(column) !== index && !REPEATABLE.includes(column))
      return { type: 'table_repeated_column', column }
  }
  return undefined
}

function toRows(
  columns: readonly string[],
  data: readonly string[][],
): { rows: Row[] } | { problem: TableProblem } {
  if (data.length === 0) return { problem: { type: 'table_empty' } }
  if (data.length > BATCH_ROWS)
    return { problem: { type: 'table_too_long', rows: data.length, limit: BATCH_ROWS } }
  const rows: Row[] = []
  for (const [index, cells] of data.entries()) {
    const extra = cells.find((cell, at) => !columns[at] && cell.trim() !== '')
    if (extra !== undefined)
      return { problem: { type: 'table_extra_cell', row: index + 1, cell: extra.trim() } }
    rows.push(rowOf(columns, cells))
  }
  return { rows }
}

function rowOf(columns: readonly string[], cells: readonly string[]): Row {
  const row: Row = { fields: {}, images: [] }
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? ''
    if (cell.trim() === '') continue
    if (column === IMAGE_COLUMN) row.images.push(...namesIn(cell))
    else row.fields[column] = column === PROMPT_COLUMN ? cell : asMeant(column, cell.trim())
  }
  return row
}

/** File names in one cell, divided by semicolons, bars or line breaks. */
const namesIn = (cell: string): string[] =>
  cell
    .split(/[;|\n]/)
    .map((name) => name.trim())
    .filter(Boolean)

const YES = /^(?:1|true|yes|on|wahr|vrai|是|有|开)$/i
const NO = /^(?:0|false|no|off|falsch|faux|否|无|关)$/i

/** Undoes what spreadsheets make of values: `16:9` becomes a time of day (`16:09:00`), `1` becomes `TRUE`, `720p` has capitals. */
function asMeant(column: string, cell: string): string {
  const parameter = PARAMETERS.get(column)
  if (parameter?.type === 'flag') return YES.test(cell) ? '1' : NO.test(cell) ? '0' : cell
  if (column === 'ratio') return ratioIn(cell)
  if (parameter?.type === 'choice') {
    const value = parameter.unit
      ? cell.replace(/\s*(?:s|sec|seconds?|秒)$/i, '').replace(/[.,]0+$/, '')
      : cell
    return parameter.values.find((known) => known.toLowerCase() === value.toLowerCase()) ?? value
  }
  return cell
}

function ratioIn(cell: string): string {
  const [, width, height] = /^0?(\d{1,2})\s*[:：xX×/]\s*0?(\d{1,2})(?::00)?$/.exec(cell) ?? []
  const ratio = `${width}:${height}`
  return FIXED_RATIOS.find((known) => known === ratio) ?? cell.toLowerCase()
}
