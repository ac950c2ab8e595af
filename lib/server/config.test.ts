import { expect, test } from 'vitest'
import { readConfig } from './config'

const KEY = { TENSORSLAB_API_KEY: 'sk-secret' }

test('a key alone is enough', () => {
  expect(readConfig(KEY)).toMatchObject({
    TENSORSLAB_BASE_URL: 'https://api.tensorslab.com',
    HOST: '127.0.0.1',
    PORT: 3000,
    LOG_LEVEL: 'info',
  })
})

test('an empty variable means its default', () => {
  expect(readConfig({ ...KEY, PORT: '', HOST: '' })).toMatchObject({ PORT: 3000, HOST: '127.0.0.1' })
})

test('a missing key is told in one sentence, with an example', () => {
  expect(() => readConfig({})).toThrow(
    /^TENSORSLAB_API_KEY is missing: .* for example TENSORSLAB_API_KEY=\S+\.$/,
  )
})

test.each([
  ['PORT', '70000', '3000'],
  ['PORT', 'http', '3000'],
  ['HOST', '0.0.0.0', '127.0.0.1'],
  ['HOST', '192.168.1.5', '127.0.0.1'],
  ['TENSORSLAB_BASE_URL', 'api.tensorslab.com', 'https://api.tensorslab.com'],
  ['TENSORSLAB_BASE_URL', 'ftp://api.tensorslab.com', 'https://api.tensorslab.com'],
  ['LOG_LEVEL', 'loud', 'info'],
])('%s=%s is refused by name, with an example', (name, value, example) => {
  const read = () => readConfig({ ...KEY, [name]: value })
  expect(read).toThrow(new RegExp(`^${name} must .*${example.replaceAll('.', '\\.')}`))
  expect(read).not.toThrow(/sk-secret/)
})

test('every wrong variable is named at once, and never the key', () => {
  const read = () => readConfig({ TENSORSLAB_API_KEY: 'two words', PORT: 'x' })
  expect(read).toThrow(/TENSORSLAB_API_KEY .*\nPORT /)
  expect(read).not.toThrow(/two words/)
})
