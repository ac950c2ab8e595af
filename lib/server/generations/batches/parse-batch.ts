import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { FormPart } from '@/lib/server/generations/create/parse-form'
import { invalid } from '@/lib/server/invalid-input'
import { BATCH_IMAGES, BATCH_NAME, BATCH_ROWS, type Row } from '@/lib/shared/batches/batch'
import { decodeTable } from '@/lib/shared/batches/decode-table'
import { IMAGE_COLUMN, readTable, type TableProblem } from '@/lib/shared/batches/read-table'
import { tableEn } from '@/lib/shared/messages/en/table'
import { formatTableProblem } from '@/lib/shared/messages/table-text'
import { parseJson } from '@/lib/shared/parse-json'
import { Problem } from '@/lib/shared/problem'
import { PROMPT_LIMIT, promptLength } from '@/lib/shared/prompt'
import { isVisible } from '@/lib/shared/visible-text.js'

/** A batch as it was handed in. A row's `images` are ids, or names among `files`. */
export type GivenBatch = { name: string; rows: Row[]; files: { name: string; file: string }[] }

/** Bytes of all rows as JSON, or of a table. */
const ROWS_BYTES = 8_000_000

/** Limits for reading a form; one file is the table. */
export const batchLimits = (fileBytes: number) =>
  ({ fileBytes, files: BATCH_IMAGES + 1, valueBytes: ROWS_BYTES, values: 10 }) as const

/** Limit in bytes for reading a JSON body. */
export const BATCH_JSON_BYTES = ROWS_BYTES + 10 * PROMPT_LIMIT

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => {
  if (value === null) return ''
  return typeof value === 'boolean' ? (value ? '1' : '0') : `${value}`
})
const images = z.union([z.string().transform((one) => [one]), z.array(z.string()).max(BATCH_IMAGES)])
const rowSchema = z
  .object({ [IMAGE_COLUMN]: images.optional() })
  .catchall(cell)
  .transform(
    ({ [IMAGE_COLUMN]: named = [], ...fields }): Row => ({ fields: fieldsIn(fields), images: named }),
  )
const rowsSchema = z.array(rowSchema).min(1).max(BATCH_ROWS)

/** An empty cell is an absent parameter. */
const fieldsIn = (cells: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([name, text]) => (text === '' ? [] : [[name, `${text}`]])),
  )

const bodySchema = z.strictObject({ name: z.string().optional(), rows: z.unknown() })

/** Reads a JSON body. @throws Problem invalid_input */
export function parseBatchJson(body: unknown): GivenBatch {
  const { data } = bodySchema.safeParse(body)
  if (!data) throw wrongBody()
  return { name: parseName(data.name ?? ''), rows: parseRows(data.rows), files: [] }
}

/**
 * Reads a form: `name`; `rows` as JSON, or `table`, a file as a spreadsheet saves it; and `sourceImage`, the photos that rows name.
 * @throws Problem invalid_input
 */
export async function parseBatchForm(parts: readonly FormPart[]): Promise<GivenBatch> {
  const texts = new Map<string, string>()
  const files: GivenBatch['files'] = []
  let table: string | undefined
  for (const part of parts) {
    if ('value' in part) texts.set(part.name, part.value)
    else if (part.name === 'table') table = part.file
    else if (part.name === IMAGE_COLUMN) files.push({ name: part.filename ?? '', file: part.file })
    else throw invalid([{ type: 'unknown_field', field: part.name }])
  }
  for (const name of texts.keys())
    if (!['name', 'rows', 'table'].includes(name)) throw invalid([{ type: 'unknown_field', field: name }])
  const rows = texts.get('rows')
  return {
    name: parseName(texts.get('name') ?? ''),
    rows: rows === undefined ? await parseTable(table, texts.get('table')) : parseRows(parseJson(rows)),
    files,
  }
}

function parseName(name: string): string {
  const trimmed = name.trim()
  const length = promptLength(trimmed)
  if (length > BATCH_NAME) throw invalid([{ type: 'too_long', field: 'name', limit: BATCH_NAME, length }])
  return isVisible(trimmed) ? trimmed : ''
}

async function parseTable(file: string | undefined, text: string | undefined): Promise<Row[]> {
  if (file === undefined && text === undefined) throw wrongBody()
  const decoded = file === undefined ? text : decodeTable(new Uint8Array(await readFile(file)))
  const read = decoded === undefined ? { problem: { type: 'table_not_text' } as const } : readTable(decoded)
  if ('problem' in read) throw wrongTable(read.problem)
  return read.rows
}

function parseRows(value: unknown): Row[] {
  const { data } = rowsSchema.safeParse(value)
  if (data) return data
  const count = Array.isArray(value) ? value.length : 0
  if (count > BATCH_ROWS) throw wrongTable({ type: 'table_too_long', rows: count, limit: BATCH_ROWS })
  if (Array.isArray(value) && count === 0) throw wrongTable({ type: 'table_empty' })
  throw wrongBody()
}

function wrongTable(problem: TableProblem): Problem {
  const sentence = formatTableProblem(tableEn, problem)
  return new Problem('invalid_input', sentence, { errors: { table: [sentence] } })
}

const wrongBody = () =>
  new Problem(
    'invalid_input',
    'Send {"name": "…", "rows": [{"prompt": "…", "ratio": "16:9", "sourceImage": ["image id"]}]}, with the provider’s parameters as text in each row; or a form with name, table (a CSV file) and the photos as sourceImage.',
  )
