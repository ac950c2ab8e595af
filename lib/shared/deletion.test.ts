import { expect, test } from 'vitest'
import { canBeUndone, deletionOf } from './deletion'
import { isActive, STATUSES } from './generation'

test('everything can be deleted but what is just being sent', () => {
  const kept = STATUSES.filter((status) => deletionOf({ status }) === null)
  expect(kept).toEqual(['submitting'])
})

test('what is not for one to manage cannot be deleted', () => {
  for (const status of STATUSES) expect(deletionOf({ status, manageable: false })).toBeNull()
})

test('what may still be billed is never deleted without a question', () => {
  const asked = STATUSES.filter((status) => {
    const deletion = deletionOf({ status })
    return deletion !== null && !canBeUndone(deletion)
  })
  expect(asked).toEqual(
    STATUSES.filter((status) => status === 'unknown' || (isActive(status) && status !== 'submitting')),
  )
})
