import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'

const read = (file: string) => readFileSync(`${import.meta.dirname}/../${file}`, 'utf8')

/** The first group of every match of a pattern in a file. */
const found = (pattern: RegExp, file: string): string[] =>
  [...read(file).matchAll(pattern)].map(([, group]) => group ?? '')

/** `20.19.0` and `20.19-slim` → [20, 19]; missing parts count as 0. */
const parts = (version: string): [number, number] => {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  return [major, minor]
}

const { engines, devDependencies } = z
  .object({ engines: z.object({ node: z.string() }), devDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')))

/** The oldest version of each major in `engines`: `^20.19.0 || >=22.12.0` gives 20.19 and 22.12. */
const named = engines.node.split('||').map((range) => parts(range.replace(/[^\d.]/g, '')))
const [oldest = [0, 0]] = named
const [oldestMajor, oldestMinor] = oldest

const WORKFLOW = '.github/workflows/ci.yml'
const [linux = [], others = []] = found(/^ +node: \[(.+)\]$/gm, WORKFLOW).map((list) =>
  list.split(', ').map(Number),
)

test('the CI workflow runs on every major Node version in package.json, oldest first', () => {
  expect(linux[0]).toBe(oldestMajor)
  expect(linux).toEqual(expect.arrayContaining(named.map(([major]) => major)))
  expect(linux).toEqual([...linux].sort((a, b) => a - b))
})

test('every Node version tested on other systems is tested on Linux as well', () => {
  expect(others).not.toEqual([])
  expect(linux).toEqual(expect.arrayContaining(others))
})

test('the CI workflow builds and runs the studio on exactly the oldest Node that package.json allows', () => {
  const exact = found(/^ +node-version: (\d\S*)$/gm, WORKFLOW)
  expect(exact).toEqual([`${oldestMajor}.${oldestMinor}.0`])
})

test('development uses the oldest major Node version and its types', () => {
  expect(read('.nvmrc').trim()).toBe(`${oldestMajor}`)
  expect(found(/^FROM node:(\d+)/gm, '.devcontainer/Dockerfile')).toEqual([`${oldestMajor}`])
  expect(parts(devDependencies['@types/node'] ?? '')).toEqual(oldest)
})

test('the container is built and run on one Node version, which the CI workflow tests', () => {
  const [base, ...more] = found(/^FROM node:(\S+)/gm, 'Dockerfile')
  expect(more).toEqual([base])
  expect(linux).toContain(parts(base ?? '')[0])
})

test('README and CONTRIBUTING state the oldest supported Node version', () => {
  const expected = [`${oldestMajor}.${oldestMinor}`]
  expect(found(/Node\.js\S* (\d+\.\d+) or later/g, 'README.md')).toEqual(expected)
  expect(found(/Node\.js\S* (\d+\.\d+) or later/g, 'CONTRIBUTING.md')).toEqual(expected)
})
