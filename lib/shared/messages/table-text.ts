import type { TableProblem } from '@/lib/shared/batches/read-table'

/** One sentence per problem of a table: a language that lacks one does not compile. */
export type TableText = {
  [Type in TableProblem['type']]: (problem: Extract<TableProblem, { type: Type }>) => string
}

/** The sentence for a problem. */
export function formatTableProblem<Type extends TableProblem['type']>(
  messages: { [Key in Type]: (problem: Extract<TableProblem, { type: Key }>) => string },
  problem: Extract<TableProblem, { type: Type }>,
): string {
  return messages[problem.type as Type](problem)
}
