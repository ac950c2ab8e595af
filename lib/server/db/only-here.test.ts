import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const SERVER = join(import.meta.dirname, '..')

test('only lib/server/db imports the query builder', () => {
  const files = readdirSync(SERVER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .map((entry) => relative(SERVER, join(entry.parentPath, entry.name)))
  const elsewhere = files.filter((file) => !/^db[/\\]/.test(file))
  expect(elsewhere.length).toBeGreaterThan(50)
  const importing = elsewhere.filter((file) =>
    /from ['"]kysely/.test(readFileSync(join(SERVER, file), 'utf8')),
  )
  expect(importing).toEqual([])
})
