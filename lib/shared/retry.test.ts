import { describe, expect, test } from 'vitest'
import { canBeFollowedAgain } from './followable'
import { safeToSendAnew } from './retry'

const failure = (code: string) => ({ code, message: '' })

describe('sending again without a confirmation', () => {
  test.each(['provider_unreachable', 'provider_busy', 'out_of_credits', 'database_unavailable'])(
    'is offered after %s',
    (code) => {
      expect(safeToSendAnew({ status: 'rejected', failure: failure(code) })).toBe(true)
    },
  )

  test('is not offered for a submission that would be refused again', () => {
    expect(safeToSendAnew({ status: 'rejected', failure: failure('provider_refused') })).toBe(false)
  })

  test.each(['unknown', 'failed'] as const)(
    'is never offered for an outcome of %s, which may have been billed',
    (status) => {
      expect(safeToSendAnew({ status, failure: failure('provider_busy') })).toBe(false)
    },
  )
})

describe('polling a failed task again', () => {
  const failed = (code: string) => ({ status: 'failed', taskid: 'a', failure: failure(code) }) as const

  test.each(['task_gone', 'task_expired', 'result_lost'])('is offered after %s', (code) => {
    expect(canBeFollowedAgain(failed(code))).toBe(true)
  })

  test('is not offered when the provider gave up or there is no task', () => {
    expect(canBeFollowedAgain(failed('generation_failed'))).toBe(false)
    expect(canBeFollowedAgain({ ...failed('task_gone'), taskid: null })).toBe(false)
    expect(canBeFollowedAgain({ ...failed('task_gone'), status: 'unknown' })).toBe(false)
  })
})
