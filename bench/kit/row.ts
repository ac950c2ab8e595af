/** What one figure came to: a sample of each side for every round, the two taken one after the other. */
export type Row = {
  figure: string
  /** The most it may be, of whatever is judged: the ratio, or ours where there is no baseline. */
  aim: number
  unit: 'ms' | 's' | 'MB' | 'KB'
  ours: number[]
  baseline: number[] | null
  note?: string
}

/** A row, or the reason why there is none on this machine. */
export type Outcome = Row | { figure: string; missing: string }

/** Something to measure. Its name is what `--only` takes. */
export type Figure = { name: string; measure: (rounds: number) => Promise<Outcome[]> }
