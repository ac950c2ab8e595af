import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = readdirSync(import.meta.dirname).filter((name) => /^\d{3}-.*\.ts$/.test(name))

/** What a file imports or exports from, static or dynamic. */
const importsOf = (source: string): string[] =>
  [...source.matchAll(/(?:from|import)\s*\(?\s*['"`]([^'"`]+)['"`]/g)].map(([, name]) => name ?? '')

test('there are migrations to speak of', () => {
  expect(files.length).toBeGreaterThan(9)
})

test.each(files)('%s depends on nothing of ours that may change', (name) => {
  const imported = importsOf(readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
  expect(imported.filter((one) => one !== 'kysely')).toEqual([])
})
