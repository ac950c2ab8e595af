/** The samples of one figure, one per side and round. */
export type Row = {
  figure: string
  /** Upper limit of the median ratio, or of ours when there is no baseline. */
  aim: number
  unit: 'ms' | 's' | 'MB' | 'KB'
  ours: number[]
  baseline: number[] | null
  note?: string
}

/** A row, or why this machine can't measure it. */
export type Outcome = Row | { figure: string; missing: string }

/** Something to measure, selected by name with `--only`. */
export type Figure = { name: string; measure: (rounds: number) => Promise<Outcome[]> }
