import { expect, test } from 'vitest'
import { canBeUndone, deletionOf, isUrgent } from './deletion'
import { isActive, STATUSES } from './generation'

test('every generation can be deleted except while it is being submitted', () => {
  const kept = STATUSES.filter((status) => deletionOf({ status }) === null)
  expect(kept).toEqual(['submitting'])
})

test('a generation that the user may not manage cannot be deleted', () => {
  for (const status of STATUSES) expect(deletionOf({ status, manageable: false })).toBeNull()
})

test('deleting a generation that may still be billed asks for confirmation first', () => {
  const asked = STATUSES.filter((status) => {
    const deletion = deletionOf({ status })
    return deletion !== null && !canBeUndone(deletion)
  })
  expect(asked).toEqual(
    STATUSES.filter(
      (status) =>
        status === 'unknown' || (isActive(status) && status !== 'submitting' && status !== 'queued'),
    ),
  )
})

test('only a queued generation is deleted at once although that can be undone: it could be sent meanwhile', () => {
  const urgent = STATUSES.filter((status) => {
    const deletion = deletionOf({ status })
    return deletion !== null && canBeUndone(deletion) && isUrgent(deletion)
  })
  expect(urgent).toEqual(['queued'])
})
