import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

/** A shipped package and its folder. */
export type Package = {
  name: string
  version: string
  /** SPDX identifier. */
  licence: string
  author: string
  home: string
  folder: string
}

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().default(false), devOptional: z.boolean().default(false) }),
  ),
})
const person = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default('unknown'),
  author: person.default(''),
  homepage: z.string().default(''),
})

/**
 * The packages that a build ships: those needed in production, some of which are bundled, and those in its own
 * node_modules. Each version once, sorted by name.
 */
export function packagesOf(root: string, folder: string): Package[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  const needed = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path]) => path)
  // Packages in the build are stripped to what runs; the checkout has their licence files.
  const paths = new Set([...needed, ...foldersIn(folder)])
  const found = [...paths]
    .map((path) => join(root, path))
    .filter((path) => existsSync(join(path, 'package.json')))
  const byName = new Map(found.map(read).map((one) => [`${one.name} ${one.version}`, one]))
  return [...byName.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

function read(folder: string): Package {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const { name, version, license: licence, author, homepage: home } = manifest
  return { name, version, licence, author, home, folder }
}

/** Paths of the packages in a folder's node_modules, including nested ones. */
function foldersIn(folder: string, path = 'node_modules'): string[] {
  if (!existsSync(join(folder, path))) return []
  const names = readdirSync(join(folder, path)).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, path, name)).map((inner) => `${name}/${inner}`) : [name],
  )
  const paths = names.filter((name) => !name.startsWith('.')).map((name) => `${path}/${name}`)
  return paths.flatMap((one) => [one, ...foldersIn(folder, `${one}/node_modules`)])
}
