import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Package, packagesOf } from './packages'

const LICENCE_FILE = /^(un)?(licen[cs]e|copying|copyright|notice|third[-_ ]?party)[^/]*$/i
const TEXTS = join(import.meta.dirname, 'texts')
const WIDTH = 80

/** Third-party code in packages that their own licence files don't cover. */
const ALSO: Record<string, { files: string[]; texts: string[]; note: string }> = {
  'heic-to': {
    files: [],
    texts: ['GPL-3.0'],
    note: 'Holds, compiled to JavaScript: libheif (https://github.com/strukturag/libheif) and libde265 (https://github.com/strukturag/libde265), both LGPL-3.0, and aom (https://aomedia.googlesource.com/aom, BSD-2-Clause). Its source, and how it is built: https://github.com/hoppergee/heic-to',
  },
  '@img/sharp-libvips': {
    files: ['README.md', 'versions.json'],
    texts: ['LGPL-3.0', 'GPL-3.0', 'MPL-1.1'],
    note: 'Holds libvips and the libraries below, linked as a shared library that can be replaced. Their sources, and how they are built: https://github.com/lovell/sharp-libvips',
  },
}

/**
 * The licences of everything shipped, package by package.
 * @param root folder of the checkout, whose production packages are bundled into the build
 * @param folder the build, with the packages copied into it
 * @throws Error when a package has no known licence
 */
export function licences(root: string, folder: string): string {
  const packages = packagesOf(root, folder)
  const needed = new Set<string>()
  const parts = packages.map((one) => partOf(one, needed))
  const standard = [...needed].toSorted().map((name) => part(`The text of ${name}`, [textOf(name)]))
  return `${[HEAD, ...parts, ...standard].join('\n')}\n`
}

const HEAD = `Third-party software in Promptreel, and the licences under which it comes along.\n`

function partOf(one: Package, needed: Set<string>): string {
  const { name, version, licence, author, home } = one
  const files = licenceFiles(one.folder)
  const also = Object.entries(ALSO).find(([prefix]) => name === prefix || name.startsWith(`${prefix}-`))?.[1]
  for (const text of also?.texts ?? []) needed.add(text)
  if (files.length === 0) {
    if (!existsSync(join(TEXTS, `${plain(licence)}.txt`)))
      throw new Error(
        `${name} ${version} has no licence file, and no text of "${licence}" is kept in ${TEXTS}`,
      )
    needed.add(plain(licence))
  }
  const said = files.length === 0 ? [`Copyright (c) ${author || `the authors of ${name}`}`] : []
  const texts = [...files, ...(also?.files ?? [])].map((file) => read(join(one.folder, file), file))
  return part(
    `${name} ${version}: ${licence}${home ? `, ${home}` : ''}`,
    [also?.note, ...said, ...texts].filter((text) => text !== undefined),
  )
}

/** "LGPL-3.0-or-later" → "LGPL-3.0", which has the same text. */
const plain = (licence: string): string => licence.replace(/-(or-later|only)$/, '')

const part = (title: string, texts: readonly string[]): string =>
  [`${'='.repeat(WIDTH)}\n${title}\n${'='.repeat(WIDTH)}`, ...texts, ''].join('\n\n')

const textOf = (name: string): string => readFileSync(join(TEXTS, `${name}.txt`), 'utf8').trimEnd()

const read = (path: string, name: string): string =>
  `${/readme|versions/i.test(name) || name.includes('/') ? `-- ${name} --\n\n` : ''}${readFileSync(path, 'utf8').trim()}`

/** Licence files anywhere in a package's folder, including vendored code but not nested packages. */
function licenceFiles(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  return all
    .filter(
      (entry) =>
        entry.isFile() && LICENCE_FILE.test(entry.name) && !/\.(m?[jt]sx?|cjs|map)$/.test(entry.name),
    )
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.includes('node_modules/'))
    .toSorted()
}
