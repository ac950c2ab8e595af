import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { getPrincipal, signInMethods, tokens, users } from '@/lib/server/auth'
import type { SignedIn } from '@/lib/server/auth/principal'
import { records } from '@/lib/server/db'
import { bare, inTeamMode, makeMember, makeOwner, ORIGIN, PASSWORD, withCookie } from '@/testing/auth/fixture'
import { call, isMutation, routes } from './routes'
import { type Row, TABLE } from './table'

vi.mock('next/server', () => ({ after: () => {} }))
delete process.env.DATABASE_URL
inTeamMode()

const CALLERS = ['nobody', 'another', 'member', 'owner', 'token', 'revoked token'] as const
type Caller = (typeof CALLERS)[number]
const FROM = ['own', 'other', 'null', 'none'] as const
type From = (typeof FROM)[number]

const ORIGINS: Record<From, Record<string, string>> = {
  own: { origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
  other: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  null: { origin: 'null', 'sec-fetch-site': 'cross-site' },
  none: {},
}

/** What proxies, browsers and other people's tools send as credentials of their own, and what is none at all. */
const FOREIGN = [
  'Basic dTpw',
  'Negotiate YII=',
  'Bearer eyJhbGciOi.prl_',
  'Bearer',
  'Digest username="u"',
  '',
  'x',
]

/** Our host and origin as a proxy, or a browser at a complete name, may spell them. */
const SPELLINGS = [
  ['studio.example:443', ORIGIN],
  ['studio.example:80', ORIGIN],
  ['Studio.Example', ORIGIN],
  ['studio.example.', 'https://studio.example.'],
  ['studio.example.:443', 'https://studio.example.'],
] as const

/** The policy, restated independently of the code under test. */
function expected(name: string, row: Row, caller: Caller, from: From): number {
  if (row.for === 'open') return row.status
  const known = caller !== 'nobody' && caller !== 'revoked token'
  if (isMutation(name)) {
    if (from === 'other' || from === 'null') return 403
    if (from === 'none' && row.for === 'anyone') return 403
    if (from === 'none' && known && caller !== 'token') return 403
  }
  if (row.for === 'anyone') return row.status
  if (!known) return 401
  if (caller === 'token' && row.for !== 'member') return 403
  if (caller !== 'owner' && (row.for === 'owner' || row.for === 'keeper')) return 403
  return row.own && caller !== 'member' && caller !== 'token' ? 404 : row.status
}

let credentials: Record<Caller, Record<string, string>>
let member: SignedIn

async function cookieOf(email: string): Promise<Record<string, string>> {
  const headers = withCookie(await signInMethods.signIn({ email, password: PASSWORD }, bare()))
  return { cookie: headers.get('cookie') ?? '' }
}

beforeAll(async () => {
  await makeOwner()
  await makeMember('another@example.com')
  const principal = await getPrincipal(withCookie(await makeMember('member@example.com')))
  if (principal?.via !== 'session') throw new Error('nobody is signed in')
  member = principal
  const [kept, revoked] = [
    await tokens.create({ name: 'a' }, member),
    await tokens.create({ name: 'b' }, member),
  ]
  await tokens.revoke(revoked.id, member)
  credentials = {
    nobody: {},
    another: await cookieOf('another@example.com'),
    member: await cookieOf('member@example.com'),
    owner: await cookieOf('olga@example.com'),
    token: { authorization: `Bearer ${kept.token}` },
    'revoked token': { authorization: `Bearer ${revoked.token}` },
  }
})

/** A fresh session for signing out, which ends the session that calls it. */
async function credentialsFor(caller: Caller, name: string): Promise<Record<string, string>> {
  if (name !== 'POST /api/auth/sign-out' || !('cookie' in credentials[caller])) return credentials[caller]
  return cookieOf(caller === 'owner' ? 'olga@example.com' : `${caller}@example.com`)
}

test('the access policy lists exactly the routes and methods that exist', () => {
  expect(Object.keys(TABLE).toSorted()).toEqual([...routes.keys()].toSorted())
})

describe.each(Object.entries(TABLE))('with sign-in, %s', (name, row) => {
  test.each(CALLERS)('responds to %s from every origin as the policy says', async (caller) => {
    const seen: Partial<Record<From, number>> = {}
    const wanted: Partial<Record<From, number>> = {}
    for (const from of FROM) {
      const params = (await (row.own ?? row.names)?.(member.id)) ?? {}
      const headers = bare({ ...(await credentialsFor(caller, name)), ...ORIGINS[from] })
      const answer = await call(name, row, ORIGIN, headers, params)
      if (row.for !== 'open') expect(answer.headers.get('x-request-id')).toMatch(/^[0-9A-Z]{26}$/)
      const kept = row.file && answer.status === 200 ? 'private, no-cache' : 'private, no-store'
      expect(answer.headers.get('cache-control')).toBe(kept)
      seen[from] = answer.status
      wanted[from] = expected(name, row, caller, from)
    }
    expect(seen).toEqual(wanted)
  })

  if (row.for !== 'open')
    test('rejects any other Host header', async () => {
      for (const host of ['127.0.0.1', 'evil.example', 'studio.example:8443', 'studio.example.evil', '']) {
        const headers = new Headers({
          host,
          ...credentials.owner,
          ...ORIGINS.own,
          'x-forwarded-host': 'studio.example',
        })
        expect((await call(name, row, ORIGIN, headers, { id: 'x' })).status).toBe(403)
      }
    })

  if (row.for !== 'open' && row.for !== 'anyone')
    test('rejects a request with both a cookie and a token of ours, whether it is valid or not', async () => {
      for (const ours of [credentials.token, credentials['revoked token'], { authorization: 'prl_x' }]) {
        const headers = bare({ ...credentials.owner, ...ours, ...ORIGINS.own })
        expect((await call(name, row, ORIGIN, headers, { id: 'x' })).status).toBe(401)
      }
    })

  test.each(FOREIGN)('ignores “Authorization: %s”', async (authorization) => {
    for (const caller of ['nobody', 'member', 'owner'] as const) {
      const seen: Partial<Record<From, number>> = {}
      const wanted: Partial<Record<From, number>> = {}
      for (const from of ['own', 'other', 'none'] as const) {
        const params = (await (row.own ?? row.names)?.(member.id)) ?? {}
        const headers = bare({ ...(await credentialsFor(caller, name)), ...ORIGINS[from], authorization })
        seen[from] = (await call(name, row, ORIGIN, headers, params)).status
        wanted[from] = expected(name, row, caller, from)
      }
      expect(seen, caller).toEqual(wanted)
    }
  })

  test.each(SPELLINGS)('accepts the host as %s from the page at %s', async (host, origin) => {
    const params = (await (row.own ?? row.names)?.(member.id)) ?? {}
    const headers = bare({ ...(await credentialsFor('owner', name)), ...ORIGINS.own, host, origin })
    expect((await call(name, row, ORIGIN, headers, params)).status).toBe(expected(name, row, 'owner', 'own'))
  })
})

test.each(['poster', 'video', 'last-frame'])(
  'the %s file has an ETag from its bytes, and a matching If-None-Match gets 304',
  async (what) => {
    const row = TABLE[`GET /api/generations/[id]/${what}`]
    if (!row) throw new Error(`there is no ${what}`)
    const params = (await row.own?.(member.id)) ?? {}
    const get = (more: Record<string, string> = {}) =>
      call(`GET /api/generations/[id]/${what}`, row, ORIGIN, bare({ ...credentials.member, ...more }), params)
    const etag = (await get()).headers.get('etag') ?? ''
    expect(etag).toBe(`"${createHash('sha256').update('abc').digest('hex')}"`)
    const again = await get({ 'if-none-match': etag })
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'private, no-cache'])
  },
)

test('signing out clears the browser’s cache and storage', async () => {
  const row = TABLE['POST /api/auth/sign-out']
  if (!row) throw new Error('there is no sign-out route')
  const headers = bare({ ...(await cookieOf('another@example.com')), ...ORIGINS.own })
  const answer = await call('POST /api/auth/sign-out', row, ORIGIN, headers, {})
  expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
})

test.each(['__proto__', 'constructor', '*', 'nobody'])(
  'setting limits for the unknown user “%s” is rejected with 404',
  async (user) => {
    const row = { body: { person: user, limits: { perDay: 1 } } }
    const headers = bare({ ...credentials.owner, ...ORIGINS.own })
    expect((await call('PATCH /api/allowance', row, ORIGIN, headers, {})).status).toBe(404)
    const { limits } = z
      .object({ limits: z.unknown() })
      .parse(await (await call('GET /api/allowance', {}, ORIGIN, headers, {})).json())
    expect(limits).toMatchObject({ everybody: {}, people: {} })
  },
)

const reading = Object.entries(TABLE).filter(([name, row]) => row.own && name.includes('/generations/[id]'))

test.each(reading)('%s on a shared video lets others read but not change it', async (name, row) => {
  const params = (await row.own?.(member.id)) ?? {}
  await records.update(params.id ?? '', member.id, ['completed'], { shared: 1 })
  const headers = bare({ ...credentials.another, ...ORIGINS.own })
  const answer = await call(name, row, ORIGIN, headers, params)
  expect(answer.status).toBe(isMutation(name) ? 404 : row.status)
  if (name === 'GET /api/generations/[id]') {
    expect(await answer.json()).toMatchObject({ shared: true, by: 'Mei', starred: false })
  }
})

describe('a video shared by a former member', () => {
  const shared = async (user: string) => {
    const params = (await TABLE['GET /api/generations/[id]']?.own?.(user)) ?? {}
    await records.update(params.id ?? '', user, ['completed'], { shared: 1 })
    return params
  }
  const ask = (caller: Caller, method: string, params: Record<string, string>, body?: unknown) => {
    const headers = bare({ ...credentials[caller], ...ORIGINS.own })
    return call(`${method} /api/generations/[id]`, { body }, ORIGIN, headers, params)
  }
  const manageable = async (caller: Caller, params: Record<string, string>) =>
    z.object({ manageable: z.boolean() }).parse(await (await ask(caller, 'GET', params)).json()).manageable

  test('can be unshared or deleted by an owner, and by nobody else', async () => {
    const gone = await makeMember('gone@example.com')
    const [first, second] = [await shared(gone.person.id), await shared(gone.person.id)]
    expect((await ask('owner', 'PATCH', first, { shared: false })).status).toBe(404) // the maker still has access
    expect((await ask('owner', 'DELETE', first)).status).toBe(404)
    expect(await manageable('owner', first)).toBe(false)
    await users.end(gone.person.id)
    expect([await manageable('owner', first), await manageable('another', first)]).toEqual([true, false])
    for (const body of [{ shared: false }, { shared: true }, { starred: true }])
      expect((await ask('another', 'PATCH', first, body)).status).toBe(404)
    expect((await ask('another', 'DELETE', second)).status).toBe(404)
    for (const body of [{ starred: true }, { shared: true }, { taskid: 'task-1' }])
      expect((await ask('owner', 'PATCH', first, body)).status).toBe(404)

    const unshared = await ask('owner', 'PATCH', first, { shared: false })
    expect([unshared.status, await unshared.json()]).toMatchObject([
      200,
      { shared: false, manageable: false },
    ])
    for (const caller of ['owner', 'another'] as const)
      expect((await ask(caller, 'GET', first)).status).toBe(404)
    expect((await ask('owner', 'DELETE', first)).status).toBe(404) // unshared, so nobody else sees it
    expect((await ask('owner', 'DELETE', second)).status).toBe(204)
    expect((await ask('another', 'GET', second)).status).toBe(404)
  })
})
