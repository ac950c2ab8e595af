import { expect, test, vi } from 'vitest'
import { Problem } from './problem'

test('a problem is one also where it was thrown by code that is bundled apart', async () => {
  vi.resetModules()
  const apart = await import('./problem')
  expect(apart.Problem).not.toBe(Problem)
  expect(new apart.Problem('internal', '')).toBeInstanceOf(Problem)
  expect(new Error('internal')).not.toBeInstanceOf(Problem)
  expect(null).not.toBeInstanceOf(Problem)
})
