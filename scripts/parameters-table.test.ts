import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withParameters } from './parameters-table'

test('the README’s table of parameters matches the models (npm run readme updates it)', () => {
  const readme = readFileSync('README.md', 'utf8')
  expect(readme).toBe(withParameters(readme))
})
