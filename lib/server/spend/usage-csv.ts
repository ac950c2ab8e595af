import { csvOf } from '@/lib/shared/csv'
import { COST_STATES } from '@/lib/shared/spend/cost'
import type { ByState, Usage, UsageItem } from '@/lib/shared/spend/usage'

const of = (what: string) => COST_STATES.map((state) => `${what}_${state}`)

/** Usage as a table: a row for each item and, where its prices were in several currencies, a further row for each of these. */
export function usageCsv({ month, by, items }: Usage): string {
  const head = [
    'month',
    by === 'month' ? 'id' : by,
    'name',
    ...of('credits'),
    ...of('seconds'),
    ...of('videos'),
  ]
  return csvOf([
    [...head, 'without_price', ...of('amount'), 'currency'],
    ...items.flatMap((item) => rowsOf(month ?? item.id ?? '', item)),
  ])
}

const NONE = COST_STATES.map(() => '')
const values = (sums: ByState) => COST_STATES.map((state) => sums[state])

function rowsOf(month: string, { id, name, credits, seconds, counts, unpriced, amounts }: UsageItem) {
  const [first, ...more] = amounts
  const head = [month, id ?? '', name ?? '']
  const money = (one: typeof first) => (one ? [...values(one), one.currency] : [...NONE, ''])
  return [
    [...head, ...values(credits), ...values(seconds), ...values(counts), unpriced, ...money(first)],
    ...more.map((one) => [...head, ...NONE, ...NONE, ...NONE, '', ...money(one)]),
  ]
}
