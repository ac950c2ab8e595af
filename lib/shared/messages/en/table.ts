import { PROMPT_COLUMN } from '@/lib/shared/batches/batch'
import type { TableText } from '@/lib/shared/messages/table-text'

/** Why a table couldn't be read, in English. */
export const tableEn: TableText = {
  table_not_text: () =>
    'This file isn’t a table. Save it as CSV from your spreadsheet, for example “CSV UTF-8”, and choose it again.',
  table_empty: () => 'The table has no rows. Fill in at least one under the names of the columns.',
  table_no_prompt: ({ columns }) =>
    `The table has no column “${PROMPT_COLUMN}”. It has: ${columns.join(', ')}. Rename the one with the prompts.`,
  table_unknown_column: ({ column, allowed }) =>
    `“${column}” isn’t a parameter. Delete this column, or rename it to one of: ${allowed.join(', ')}.`,
  table_repeated_column: ({ column }) => `The column “${column}” is there twice. Delete one of them.`,
  table_extra_cell: ({ row, cell }) =>
    `Row ${row} has “${cell}” in a column without a name. If it belongs to the prompt, put quotes around the prompt.`,
  table_open_quote: ({ row }) =>
    `A quote opens in row ${row} and never closes. Add a " at the end of that cell.`,
  table_too_long: ({ rows, limit }) =>
    `The table has ${rows} rows; a batch takes at most ${limit}. Divide it into several.`,
}
