import { describe, expect, test } from 'vitest'
import { STATUSES, type Status } from '@/lib/shared/generation'
import type { CostState } from './cost'
import { costState, counts } from './cost-state'

type Row = [status: Status, failureCode: string | null, kept: CostState, deleted: CostState | null]

/** Every way a generation can stand; `deleted` null: it can't be deleted then. */
const TABLE: Row[] = [
  ['queued', null, 'reserved', 'released'],
  ['submitting', null, 'reserved', null],
  ['pending', null, 'reserved', 'unknown'],
  ['processing', null, 'reserved', 'unknown'],
  ['uploading', null, 'reserved', 'unknown'],
  ['saving', null, 'spent', 'spent'],
  ['saving', 'host_not_allowed', 'spent', 'spent'],
  ['saving', 'result_expired', 'spent', 'spent'],
  ['completed', null, 'spent', 'spent'],
  ['failed', 'result_lost', 'spent', 'spent'],
  ['failed', 'task_gone', 'unknown', 'unknown'],
  ['failed', 'task_expired', 'unknown', 'unknown'],
  ['failed', null, 'unknown', 'unknown'],
  ['rejected', 'provider_refused', 'released', 'released'],
  ['rejected', 'out_of_credits', 'released', 'released'],
  ['rejected', 'database_unavailable', 'released', 'released'],
  ['unknown', 'provider_unclear', 'unknown', 'unknown'],
  ['unknown', 'taskid_taken', 'unknown', 'unknown'],
]

describe('what became of the credits', () => {
  test.each(TABLE)('%s (%s) is %s', (status, failureCode, kept) => {
    for (const failed of ['billed', 'not_billed', 'unknown'] as const)
      expect(costState({ status, failureCode, deleted: false }, failed)).toBe(kept)
  })

  test.each(TABLE.filter(([, , , deleted]) => deleted !== null))(
    '%s (%s), deleted: was %s, is %s',
    (status, failureCode, _, deleted) => {
      for (const failed of ['billed', 'not_billed', 'unknown'] as const)
        expect(costState({ status, failureCode, deleted: true }, failed)).toBe(deleted)
    },
  )

  test.each([
    ['billed', 'spent'],
    ['not_billed', 'released'],
    ['unknown', 'unknown'],
  ] as const)('what the provider failed to make is %s, so %s, kept or deleted', (failed, state) => {
    for (const deleted of [false, true])
      expect(costState({ status: 'failed', failureCode: 'generation_failed', deleted }, failed)).toBe(state)
  })

  test('the table has every status', () => {
    expect(new Set(TABLE.map(([status]) => status))).toEqual(new Set(STATUSES))
  })
})

test('only what was released doesn’t count towards a budget', () => {
  expect((['reserved', 'spent', 'unknown', 'released'] as const).map(counts)).toEqual([
    true,
    true,
    true,
    false,
  ])
})
