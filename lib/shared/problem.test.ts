import { expect, test, vi } from 'vitest'
import { Problem } from './problem'

test('instanceof recognises a Problem that was thrown by a separately bundled copy of the class', async () => {
  vi.resetModules()
  const copy = await import('./problem')
  expect(copy.Problem).not.toBe(Problem)
  expect(new copy.Problem('internal', '')).toBeInstanceOf(Problem)
  expect(new Error('internal')).not.toBeInstanceOf(Problem)
  expect(null).not.toBeInstanceOf(Problem)
})
