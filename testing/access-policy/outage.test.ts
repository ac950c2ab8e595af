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
  const proxied = await startProxyTo(await server.createDatabase('access'))
  proxy = proxied.proxy
  return { DATABASE_URL: proxied.url }
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

/** Calls every route that needs a principal. What their paths refer to is made while the database is reachable. */
async function callAllRoutes(weather: 'refusing' | 'silent') {
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
  test('every route responds 503 with an explanation, and nobody is treated as signed out', async () => {
    for (const { name, status, code, detail, retry } of await callAllRoutes(weather)) {
      expect({ name, status }).toEqual({ name, status: 503 })
      expect(code, name).toMatch(/^database_(unavailable|busy)$/)
      expect(detail, name).toContain('Nothing was sent to the provider')
      expect(Number(retry), name).toBeGreaterThan(0)
    }
  })

  test('signing in fails with a database problem, not with a wrong password', async () => {
    proxy.set(weather)
    const input = { email: 'olga@example.com', password: PASSWORD }
    await expect(signInMethods.signIn(input, bare())).rejects.toMatchObject({
      code: expect.stringMatching(/^database_(unavailable|busy)$/),
    })
  })

  test('the health check reports the database', async () => {
    proxy.set(weather)
    const answer = await call('GET /api/health', {}, ORIGIN, bare(), {})
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({
      status: 'unavailable',
      detail: expect.stringContaining('database'),
    })
  })
})

test('after the outage, sessions work as before', async () => {
  proxy.set('fine')
  const answer = await call('GET /api/generations', {}, ORIGIN, bare(credentials.cookie), {})
  expect(answer.status).toBe(200)
})
