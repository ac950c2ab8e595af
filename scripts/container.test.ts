import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (name: string): string => readFileSync(`${import.meta.dirname}/../${name}`, 'utf8')
const compose = read('compose.yaml')

/** The lines of one block of the compose file. */
function block(head: string): string {
  const lines = compose.split('\n')
  const start = lines.indexOf(head)
  expect(start, head).toBeGreaterThanOrEqual(0)
  const depth = head.search(/\S/)
  const end = lines.findIndex(
    (line, index) => index > start && line.trim() !== '' && line.search(/\S/) <= depth,
  )
  return lines.slice(start, end === -1 ? undefined : end).join('\n')
}

test('every container image is pinned by its digest', () => {
  const images = [
    ...[...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image),
    ...[...compose.matchAll(/^ +image: (\S+)/gm)].map(([, image]) => image),
  ]
  expect(images).toHaveLength(3)
  for (const image of images) expect(image).toMatch(/^[a-z]+:\d[\w.-]+@sha256:[0-9a-f]{64}$/)
})

test('each service runs without privileges, on a read-only root, with bounded memory and logs', () => {
  const contained = block('x-contained: &contained')
  for (const line of [
    'read_only: true',
    'cap_drop: [ALL]',
    'security_opt: ["no-new-privileges:true"]',
    'pids_limit: 256',
    'options: { max-size: 10m, max-file: "5" }',
  ]) {
    expect(contained).toContain(line)
  }
  for (const head of ['  studio:', '  postgres:']) {
    const service = block(head)
    expect(service).toContain('<<: *contained')
    expect(service).toMatch(/^ {4}mem_limit: \d+[mg]$/m)
    expect(service).not.toMatch(/cap_add|privileged|network_mode/)
  }
})

test('the database is reachable only from the studio and has no way out', () => {
  expect(block('  database:')).toContain('internal: true')
  const postgres = block('  postgres:')
  expect(postgres).toContain('networks: [database]')
  expect(postgres).not.toContain('ports:')
  expect(postgres).toContain('user: "999:999"')
})

test('neither secrets nor local build output get into an image', () => {
  const ignored = read('.dockerignore').split('\n')
  for (const pattern of ['**/.env*', '**/.npmrc', '**/.git', '**/.next', '**/node_modules', 'data']) {
    expect(ignored).toContain(pattern)
  }
  expect(ignored.filter((line) => line.startsWith('!'))).toEqual([])
})
