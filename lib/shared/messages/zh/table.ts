import { PROMPT_COLUMN } from '@/lib/shared/batches/batch'
import type { TableText } from '@/lib/shared/messages/table-text'

/** Why a table couldn't be read, in Simplified Chinese. */
export const tableZh: TableText = {
  table_not_text: () => '这不是表格文件。请在电子表格软件中另存为 CSV（例如“CSV UTF-8”），再重新选择。',
  table_empty: () => '表格里没有内容，请在列名下方至少填写一行。',
  table_no_prompt: ({ columns }) =>
    `表格缺少“${PROMPT_COLUMN}”列，现有的列是：${columns.join('、')}。请把提示词所在列的列名改为 ${PROMPT_COLUMN}。`,
  table_unknown_column: ({ column, allowed }) =>
    `“${column}”不是可用参数。请删除这一列，或将列名改为：${allowed.join('、')}。`,
  table_repeated_column: ({ column }) => `“${column}”列重复了，请删除其中一列。`,
  table_extra_cell: ({ row, cell }) =>
    `第 ${row} 行有一个没有列名的单元格：“${cell}”。如果它是提示词的一部分，请给整段提示词加上英文双引号。`,
  table_open_quote: ({ row }) => `第 ${row} 行的双引号没有闭合，请在该单元格末尾补上 "。`,
  table_too_long: ({ rows, limit }) => `表格有 ${rows} 行，每批最多 ${limit} 行，请拆成几批提交。`,
}
