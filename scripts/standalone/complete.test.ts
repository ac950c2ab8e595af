import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { complete } from './complete'

const LGPL = 'GNU LESSER GENERAL PUBLIC LICENSE'
const manifest = (name: string, license: string, more: object = {}) =>
  JSON.stringify({ name, version: '1.2.3', license, ...more })

/** A checkout after `next build`, with secrets where people and Next put them. */
const CHECKOUT: Record<string, string> = {
  LICENSE: 'Our own licence',
  '.env': 'SECRET=1',
  '.env.local': 'SECRET=2',
  'public/icons/icon.png': 'picture',
  'public/.env': 'SECRET=3',
  'scripts/start-standalone.mjs': '// starts it',
  'scripts/listening.mjs': '// sees whether it can listen',
  'package-lock.json': JSON.stringify({
    packages: {
      '': { name: 'studio' },
      'node_modules/bundled': {},
      'node_modules/heic-to': {},
      'node_modules/@img/sharp-libvips-linux-x64': { optional: true },
      'node_modules/@img/sharp-libvips-darwin-arm64': { optional: true },
      'node_modules/plain': {},
      'node_modules/tester': { dev: true },
      'node_modules/peer': { devOptional: true },
      'node_modules/traced': { devOptional: true },
    },
  }),
  'node_modules/bundled/package.json': manifest('bundled', 'MIT'),
  'node_modules/bundled/LICENSE.md': 'The licence of bundled',
  'node_modules/bundled/dist/inner/license': 'The licence of what bundled took in',
  'node_modules/bundled/node_modules/other/LICENSE': 'The licence of another package',
  'node_modules/bundled/license-checker.js': 'code()',
  'node_modules/heic-to/package.json': manifest('heic-to', 'LGPL-3.0'),
  'node_modules/heic-to/LICENSE': 'heic-to is free software',
  'node_modules/@img/sharp-libvips-linux-x64/package.json': manifest(
    '@img/sharp-libvips-linux-x64',
    'LGPL-3.0-or-later',
  ),
  'node_modules/@img/sharp-libvips-linux-x64/README.md': 'libvips is used under LGPLv3',
  'node_modules/@img/sharp-libvips-linux-x64/versions.json': '{"vips":"8.18.7"}',
  'node_modules/plain/package.json': manifest('plain', 'MIT', { author: { name: 'Ada' } }),
  'node_modules/tester/package.json': manifest('tester', 'MIT'),
  'node_modules/tester/LICENSE': 'The licence of a tool for tests',
  'node_modules/peer/package.json': manifest('peer', 'MIT'),
  'node_modules/peer/LICENSE': 'The licence of types',
  'node_modules/traced/package.json': manifest('traced', 'MIT'),
  'node_modules/traced/LICENSE': 'The licence of traced',
  '.next/static/chunk.js': 'script',
  '.next/standalone/server.js': 'server',
  '.next/standalone/.env': 'SECRET=1',
  '.next/standalone/.env.production': 'SECRET=4',
  '.next/standalone/deep/.env.local': 'SECRET=5',
  '.next/standalone/node_modules/traced/package.json': manifest('traced', 'MIT'),
  '.next/standalone/node_modules/traced/index.js': 'code()',
}

function checkout(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'promptreel-standalone-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

test('the standalone build is complete and contains no settings of the machine that built it', () => {
  const root = checkout(CHECKOUT)
  complete(root)
  const folder = join(root, '.next/standalone')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  expect(files.map((file) => file.slice(folder.length + 1).replaceAll('\\', '/')).toSorted()).toEqual([
    '.next/static/chunk.js',
    'LICENSE',
    'THIRD-PARTY-LICENSES.txt',
    'listening.mjs',
    'node_modules/traced/index.js',
    'node_modules/traced/package.json',
    'public/icons/icon.png',
    'server.js',
    'start.mjs',
  ])
  for (const file of files) expect(readFileSync(file, 'utf8'), file).not.toContain('SECRET')
  expect(readFileSync(join(root, '.env.local'), 'utf8')).toBe('SECRET=2') // the checkout's own files stay
})

test('the standalone build contains the full licences of everything shipped, and no others', () => {
  const root = checkout(CHECKOUT)
  complete(root)
  const text = readFileSync(join(root, '.next/standalone/THIRD-PARTY-LICENSES.txt'), 'utf8')
  for (const part of [
    'bundled 1.2.3: MIT',
    'The licence of bundled',
    'The licence of what bundled took in',
    'heic-to is free software',
    'libheif (https://github.com/strukturag/libheif)',
    '@img/sharp-libvips-linux-x64 1.2.3: LGPL-3.0-or-later',
    'libvips is used under LGPLv3',
    '"vips":"8.18.7"',
    LGPL,
    'GNU GENERAL PUBLIC LICENSE',
    'MOZILLA PUBLIC LICENSE',
    'Copyright (c) Ada',
    'Permission is hereby granted',
    'The licence of traced',
  ]) {
    expect(text).toContain(part)
  }
  for (const none of ['another package', 'tool for tests', 'licence of types', 'darwin', 'code()']) {
    expect(text).not.toContain(none)
  }
})

test('a package with an unknown licence fails the build', () => {
  const files = { ...CHECKOUT, 'node_modules/plain/package.json': manifest('plain', 'SEE LICENSE') }
  expect(() => complete(checkout(files))).toThrow('plain 1.2.3 has no licence file')
})
