import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'

const ROOT = `${import.meta.dirname}/..`
const names = z.record(z.string(), z.string()).default({})
const entrySchema = z.object({
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().default(false),
  inBundle: z.boolean().default(false),
  optionalDependencies: names,
})
const { packages } = z
  .object({ packages: z.record(z.string(), entrySchema) })
  .parse(JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8')))
const entries = Object.entries(packages).filter(([path]) => path !== '')

/** Packages that npm downloads: links are local folders, and bundled ones are part of another package. */
const fetched = entries.filter(([, { link, inBundle }]) => !link && !inBundle)

test('every package in the lock file comes from the public registry and has an integrity hash', () => {
  expect(fetched.length).toBeGreaterThan(200)
  for (const [path, { resolved, integrity }] of fetched) {
    expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\/\S+\.tgz$/)
    expect(integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
  }
})

/** Paths at which Node would resolve a dependency of the package at `path`: beside it, or further up. */
function pathsOf(path: string, name: string): string[] {
  const folders = path.split(/\/?node_modules\//).slice(1)
  return [...folders, ''].map((_, depth) =>
    [...folders.slice(0, depth), name].map((folder) => `node_modules/${folder}`).join('/'),
  )
}

/** Optional dependencies in a package's own manifest, if it is installed. */
function manifestOf(path: string): string[] {
  const file = `${ROOT}/${path}/package.json`
  if (!existsSync(file)) return []
  const manifest = z.object({ optionalDependencies: names }).parse(JSON.parse(readFileSync(file, 'utf8')))
  return Object.keys(manifest.optionalDependencies)
}

test('the lock file has the binaries of every system, whichever system it was written on', () => {
  const named = entries.flatMap(([path, { optionalDependencies }]) =>
    [...new Set([...Object.keys(optionalDependencies), ...manifestOf(path)])].map((name) => ({ path, name })),
  )
  expect(named.length).toBeGreaterThan(50)
  const lacking = named.filter(({ path, name }) => !pathsOf(path, name).some((one) => packages[one]))
  expect(lacking).toEqual([])
})
