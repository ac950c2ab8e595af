import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/server/db'
import { call, isMutation } from './routes'
import { TABLE } from './table'

vi.mock('next/server', () => ({ after: () => {} }))

const HERE = 'http://127.0.0.1:3000'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptreel-access-'))
  Object.assign(process.env, { TENSORSLAB_API_KEY: 'k', DATA_DIR: folder, LOG_LEVEL: 'silent' })
  for (const name of ['DATABASE_URL', 'AUTH_SECRET', 'PUBLIC_URL']) delete process.env[name]
})
afterAll(async () => {
  await (await db()).destroy()
  await rm(folder, { recursive: true })
})

const SOURCES: [name: string, headers: Record<string, string>, own: boolean][] = [
  ['its own page', { origin: HERE, 'sec-fetch-site': 'same-origin' }, true],
  ['a script', {}, true],
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
  ['another port', { origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'same-site' }, false],
  ['a sandboxed frame', { origin: 'null' }, false],
  ['another site without an Origin header', { 'sec-fetch-site': 'cross-site' }, false],
]

describe.each(Object.entries(TABLE))('without sign-in, %s', (name, row) => {
  const ours = row.for === 'member' || row.for === 'keeper'
  const exists = row.for === 'open' || ours

  test.each(SOURCES)('allows %s only what the access policy allows', async (_, origin, own) => {
    const params = exists ? await row.own?.('local') : {}
    const headers = new Headers({ host: '127.0.0.1:3000', ...origin })
    const { status } = await call(name, row, HERE, headers, params ?? {})
    const refused = ours && isMutation(name) && !own
    expect(status).toBe(exists ? (refused ? 403 : row.status) : 404)
  })

  test.each(['127.0.0.1:80', '127.0.0.1.', 'LOCALHOST:3000', '[::1]', '[0:0:0:0:0:0:0:1]:3000'])(
    'accepts this machine as %s',
    async (host) => {
      const params = exists ? await row.own?.('local') : {}
      const headers = new Headers({ host, origin: `http://${host}` })
      expect((await call(name, row, HERE, headers, params ?? {})).status).toBe(exists ? row.status : 404)
    },
  )

  if (row.for !== 'open')
    test('rejects any other Host header (DNS rebinding)', async () => {
      for (const host of [
        'evil.example:3000',
        '127.0.0.1.evil.example',
        'localhost..',
        'localhost@evil',
        '',
      ]) {
        const { status } = await call(name, row, HERE, new Headers({ host }), { id: 'x' })
        expect(status).toBe(exists ? 403 : 404)
      }
    })
})
