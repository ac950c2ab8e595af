import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { getPrincipal, signInMethods, tokens, users } from '@/lib/server/auth'
import type { SignedIn } from '@/lib/server/auth/principal'
import { records } from '@/lib/server/db'
import { bare, inTeamMode, makeMember, makeOwner, ORIGIN, PASSWORD, withCookie } from '@/testing/auth/fixture'
import { call, changesSomething, routes } from './routes'
import { type Row, TABLE } from './table'

vi.mock('next/server', () => ({ after: () => {} }))
delete process.env.DATABASE_URL
inTeamMode()

const WHO = ['nobody', 'another', 'member', 'owner', 'token', 'revoked token'] as const
type Who = (typeof WHO)[number]
const FROM = ['own', 'other', 'null', 'none'] as const
type From = (typeof FROM)[number]

const ORIGINS: Record<From, Record<string, string>> = {
  own: { origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
  other: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  null: { origin: 'null', 'sec-fetch-site': 'cross-site' },
  none: {},
}

/** What has to come of it: written down anew here, so that the code is not its own judge. */
function expected(name: string, row: Row, who: Who, from: From): number {
  if (row.for === 'open') return row.status
  const known = who !== 'nobody' && who !== 'revoked token'
  if (changesSomething(name)) {
    if (from === 'other' || from === 'null') return 403
    if (from === 'none' && row.for === 'anyone') return 403
    if (from === 'none' && known && who !== 'token') return 403
  }
  if (row.for === 'anyone') return row.status
  if (!known) return 401
  if (who === 'token' && row.for !== 'member') return 403
  if (who !== 'owner' && row.for === 'owner') return 403
  return row.own && who !== 'member' && who !== 'token' ? 404 : row.status
}

let credentials: Record<Who, Record<string, string>>
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

/** Signing out ends the session that asks. */
async function credentialsFor(who: Who, name: string): Promise<Record<string, string>> {
  if (name !== 'POST /api/auth/sign-out' || !('cookie' in credentials[who])) return credentials[who]
  return cookieOf(who === 'owner' ? 'olga@example.com' : `${who}@example.com`)
}

test('every route and method stands in the table, and nothing else', () => {
  expect(Object.keys(TABLE).toSorted()).toEqual([...routes.keys()].toSorted())
})

describe.each(Object.entries(TABLE))('%s', (name, row) => {
  test.each(WHO)('%s', async (who) => {
    const seen: Partial<Record<From, number>> = {}
    const wanted: Partial<Record<From, number>> = {}
    for (const from of FROM) {
      const params = (await (row.own ?? row.names)?.(member.id)) ?? {}
      const headers = bare({ ...(await credentialsFor(who, name)), ...ORIGINS[from] })
      const answer = await call(name, row, ORIGIN, headers, params)
      if (row.for !== 'open') expect(answer.headers.get('x-request-id')).toMatch(/^[0-9A-Z]{26}$/)
      const kept = row.file && answer.status === 200 ? 'private, no-cache' : 'private, no-store'
      expect(answer.headers.get('cache-control')).toBe(kept)
      seen[from] = answer.status
      wanted[from] = expected(name, row, who, from)
    }
    expect(seen).toEqual(wanted)
  })

  if (row.for !== 'open')
    test('by another name for this place', async () => {
      for (const host of ['127.0.0.1', 'evil.example', 'studio.example:8443']) {
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
    test('with a cookie and a token at once', async () => {
      const headers = bare({ ...credentials.owner, ...credentials.token, ...ORIGINS.own })
      expect((await call(name, row, ORIGIN, headers, { id: 'x' })).status).toBe(401)
    })
})

test.each(['poster', 'video', 'last-frame'])(
  '%s is told apart by its bytes, and not sent twice',
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

test('signing out has the browser forget what it kept', async () => {
  const row = TABLE['POST /api/auth/sign-out']
  if (!row) throw new Error('nobody can sign out')
  const headers = bare({ ...(await cookieOf('another@example.com')), ...ORIGINS.own })
  const answer = await call('POST /api/auth/sign-out', row, ORIGIN, headers, {})
  expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
})

test.each(['__proto__', 'constructor', '*', 'nobody'])(
  'limits for “%s” are limits for nobody',
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

test.each(reading)('%s when it is shared: others may look, and nothing more', async (name, row) => {
  const params = (await row.own?.(member.id)) ?? {}
  await records.update(params.id ?? '', member.id, ['completed'], { shared: 1 })
  const headers = bare({ ...credentials.another, ...ORIGINS.own })
  const answer = await call(name, row, ORIGIN, headers, params)
  expect(answer.status).toBe(changesSomething(name) ? 404 : row.status)
  if (name === 'GET /api/generations/[id]') {
    expect(await answer.json()).toMatchObject({ shared: true, by: 'Mei', starred: false })
  }
})

describe('what somebody who has left still shares', () => {
  const shared = async (user: string) => {
    const params = (await TABLE['GET /api/generations/[id]']?.own?.(user)) ?? {}
    await records.update(params.id ?? '', user, ['completed'], { shared: 1 })
    return params
  }
  const ask = (who: Who, method: string, params: Record<string, string>, body?: unknown) => {
    const headers = bare({ ...credentials[who], ...ORIGINS.own })
    return call(`${method} /api/generations/[id]`, { body }, ORIGIN, headers, params)
  }
  const manageable = async (who: Who, params: Record<string, string>) =>
    z.object({ manageable: z.boolean() }).parse(await (await ask(who, 'GET', params)).json()).manageable

  test('an owner takes out of the team’s sight or deletes, and nobody else', async () => {
    const gone = await makeMember('gone@example.com')
    const [first, second] = [await shared(gone.person.id), await shared(gone.person.id)]
    expect((await ask('owner', 'PATCH', first, { shared: false })).status).toBe(404) // they are still here
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
    for (const who of ['owner', 'another'] as const) expect((await ask(who, 'GET', first)).status).toBe(404)
    expect((await ask('owner', 'DELETE', first)).status).toBe(404) // nobody but them sees it any more
    expect((await ask('owner', 'DELETE', second)).status).toBe(204)
    expect((await ask('another', 'GET', second)).status).toBe(404)
  })
})
