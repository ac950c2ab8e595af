import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { signInMethods, tokens } from '@/lib/server/auth'
import {
  bare,
  inTeamMode,
  makeOwner,
  ORIGIN,
  PASSWORD,
  principalOf,
  withCookie,
} from '@/testing/auth/fixture'
import { startPostgres } from '@/testing/db/postgres'
import { startProxyTo, type TcpProxy } from '@/testing/db/proxy'
import { call } from './routes'
import { type Row, TABLE } from './table'

vi.mock('next/server', () => ({ after: () => {} }))

let server: Awaited<ReturnType<typeof startPostgres>>
let proxy: TcpProxy

inTeamMode(async () => {
  server = await startPostgres()
  const line = await startProxyTo(await server.createDatabase('doors'))
  proxy = line.proxy
  return { DATABASE_URL: line.url }
})

let credentials: Record<'cookie' | 'token', Record<string, string>>
let owner: string

beforeAll(async () => {
  const entered = await makeOwner()
  const principal = await principalOf(entered)
  owner = principal.id
  const { token } = await tokens.create({ name: 'a' }, principal)
  const cookie = withCookie(entered).get('cookie') ?? ''
  credentials = { cookie: { cookie, origin: ORIGIN }, token: { authorization: `Bearer ${token}` } }
})
afterAll(async () => {
  proxy.set('fine')
  await proxy.close()
  await server.stop()
})

/** Calls every route that needs to know who asks; what their paths name is made while the database is there. */
async function everyRoute(weather: 'refusing' | 'silent') {
  proxy.set('fine')
  const rows = Object.entries(TABLE).filter(([, row]) => row.for !== 'open' && row.for !== 'anyone')
  const made: [string, Row, Record<string, string>][] = []
  for (const [name, row] of rows) made.push([name, row, (await (row.own ?? row.names)?.(owner)) ?? {}])
  proxy.set(weather)
  return Promise.all(
    made.flatMap(([name, row, params]) =>
      Object.values(credentials).map(async (credential) => {
        const answer = await call(name, row, ORIGIN, bare(credential), params)
        const { code, detail } = await answer.json()
        return { name, status: answer.status, code, detail, retry: answer.headers.get('retry-after') }
      }),
    ),
  )
}

describe.each(['refusing', 'silent'] as const)('while the database is %s', (weather) => {
  test('every route says so in words: nobody is taken for signed out, and nothing hangs', async () => {
    for (const { name, status, code, detail, retry } of await everyRoute(weather)) {
      expect({ name, status }).toEqual({ name, status: 503 })
      expect(code, name).toMatch(/^database_(unavailable|busy)$/)
      expect(detail, name).toContain('Nothing was sent to the provider')
      expect(Number(retry), name).toBeGreaterThan(0)
    }
  })

  test('no password is taken for wrong', async () => {
    proxy.set(weather)
    const submission = { email: 'olga@example.com', password: PASSWORD }
    await expect(signInMethods.signIn(submission, bare())).rejects.toMatchObject({
      code: expect.stringMatching(/^database_(unavailable|busy)$/),
    })
  })

  test('health says so', async () => {
    proxy.set(weather)
    const answer = await call('GET /api/health', {}, ORIGIN, bare(), {})
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({
      status: 'unavailable',
      detail: expect.stringContaining('database'),
    })
  })
})

test('and when it is back, all is as before', async () => {
  proxy.set('fine')
  const answer = await call('GET /api/generations', {}, ORIGIN, bare(credentials.cookie), {})
  expect(answer.status).toBe(200)
})
