import { expect, test } from 'vitest'
import { tabTitle } from './use-tab'

test.each([
  [0, false, 'Promptreel'],
  [2, false, '(2) Promptreel'],
  [1, true, '✓ (1) Promptreel'],
  [0, true, '✓ Promptreel'],
])('the tab’s title with %i active videos and unseen results (%s) is “%s”', (making, unseen, title) => {
  expect(tabTitle(making, unseen)).toBe(title)
})
