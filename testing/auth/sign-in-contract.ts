import { expect, test } from 'vitest'
import { getPrincipal, invitations, signInMethods, tokens, users } from '@/lib/server/auth'
import { db } from '@/lib/server/db'
import {
  bare,
  countingHashes,
  makeMember,
  owned,
  PASSWORD,
  principalOf,
  problemOf,
  withCookie,
} from './fixture'

/** One character of each kind that is invisible or changes how others are displayed. */
const INVISIBLE = [
  ...[
    '\u0000',
    '\u0007',
    '\n',
    '\u0085',
    '\u00ad',
    '\u034f',
    '\u061c',
    '\u115f',
    '\u180e',
    '\u200b',
    '\u200d',
  ],
  ...[
    '\u200e',
    '\u202e',
    '\u2028',
    '\u2060',
    '\u2066',
    '\u2800',
    '\u3164',
    '\ufe0f',
    '\ufeff',
    '\uffa0',
    '\ud800',
  ],
  ...['\u{e0041}', '\u{e0100}', '\u{1d173}'],
]

/** Who may sign in, and as whom. */
export function signInContract(): void {
  const studio = owned()

  test('the session cookie identifies its user until signing out', async () => {
    const headers = withCookie(
      await signInMethods.signIn({ email: 'olga@example.com', password: PASSWORD }, bare()),
    )
    expect(await getPrincipal(headers)).toMatchObject({
      id: studio.owner.person.id,
      role: 'owner',
      via: 'session',
    })
    await signInMethods.signOut(headers)
    expect(await getPrincipal(headers)).toBeNull()
  })

  test('the session cookie is HttpOnly, SameSite and Secure', async () => {
    const [cookie] = studio.owner.headers.getSetCookie().filter((one) => one.includes('session_token'))
    expect(cookie).toMatch(/^__Secure-promptreel\./)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
  })

  test('a cookie that was tampered with identifies nobody', async () => {
    const headers = withCookie(studio.owner)
    headers.set('cookie', (headers.get('cookie') ?? '').replace(/session_token=./, 'session_token=!'))
    expect(await getPrincipal(headers)).toBeNull()
  })

  test('an unknown email, a wrong password and a former member get the same refusal', async () => {
    const gone = await makeMember('gone@example.com')
    await users.end(gone.person.id)
    const refusals = []
    for (const email of ['nobody@example.com', 'olga@example.com', 'gone@example.com']) {
      const { code, detail } = await problemOf(
        signInMethods.signIn({ email, password: 'not the right one' }, bare()),
      )
      refusals.push({ code, detail })
    }
    expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(refusals[0]?.code).toBe('unauthenticated')
  })

  test('an unknown email costs the same work as a wrong password', async () => {
    const work = (email: string) =>
      countingHashes(async () => {
        await problemOf(signInMethods.signIn({ email, password: 'not the right one' }, bare()))
      })
    expect([await work('nobody2@example.com'), await work('olga@example.com')]).toEqual([
      { hashes: 1, atOnce: 1 },
      { hashes: 1, atOnce: 1 },
    ])
  })

  test('of 64 concurrent sign-ins, passwords are hashed one at a time and those beyond the queue are told to retry', async () => {
    let codes: string[] = []
    const { hashes, atOnce } = await countingHashes(async () => {
      const tries = Array.from({ length: 64 }, (_, n) =>
        problemOf(signInMethods.signIn({ email: `stranger${n}@example.com`, password: 'guessed' }, bare())),
      )
      const problems = await Promise.all(tries)
      codes = problems.map(({ code }) => code)
      const full = problems.find(({ code }) => code === 'rate_limited')
      expect(full?.details).toMatchObject({ retryAfter: 3, reasons: [{ type: 'line_full', wait: 3 }] })
    })
    expect({ hashes, atOnce }).toEqual({ hashes: 21, atOnce: 1 })
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(21)
  })

  test('being turned away by a full sign-in queue does not count as an attempt', async () => {
    const input = { email: 'patient@example.com', password: 'guessed' }
    await Promise.all(
      Array.from({ length: 21 }, (_, n) =>
        problemOf(signInMethods.signIn({ ...input, email: `f${n}@example.com` }, bare())).then(() => {}),
      ).concat(
        Array.from({ length: 12 }, async () => {
          expect((await problemOf(signInMethods.signIn(input, bare()))).details.reasons?.[0]?.type).toBe(
            'line_full',
          )
        }),
      ),
    )
    expect((await problemOf(signInMethods.signIn(input, bare()))).code).toBe('unauthenticated')
  })

  test('an invented invitation costs no password hash, a real one costs one', async () => {
    const input = { name: 'N', password: PASSWORD }
    const invented = await countingHashes(async () => {
      const tries = Array.from({ length: 64 }, (_, n) =>
        problemOf(signInMethods.join({ ...input, code: `invented-${n}` }, bare())),
      )
      for (const { code } of await Promise.all(tries)) expect(code).toBe('not_found')
    })
    const right = await countingHashes(async () => {
      await makeMember('right@example.com')
    })
    expect([invented.hashes, right.hashes]).toEqual([0, 1])
  })

  test('a name with invisible or reordering characters is rejected', async () => {
    const { link } = await invitations.create({ email: 'name@example.com' })
    const join = (name: string) =>
      signInMethods.join({ code: link.split('/').at(-1), name, password: PASSWORD }, bare())
    for (const sign of INVISIBLE) {
      const { code, details } = await problemOf(join(`Ol${sign}ga`))
      expect([code, Object.keys(details.errors ?? {})], sign.codePointAt(0)?.toString(16)).toEqual([
        'invalid_input',
        ['name'],
      ])
    }
    for (const name of ['\u0301', '\ue000\uf8ff', '\u0378', '\u{10fffd}', '\ufffd'])
      expect((await problemOf(join(name))).details.errors, 'a name that shows nothing').toHaveProperty('name')
    const { person: user } = await join('  Zoë-Anne O’Neill 王小明 ')
    expect(user.name).toBe('Zoë-Anne O’Neill 王小明')
    const owner = await principalOf(studio.owner)
    for (const name of ['night\u200bly', '\u2800', '\ue000', ' \u0301'])
      expect((await problemOf(tokens.create({ name }, owner))).details.errors).toHaveProperty('name')
  })

  test('sign-in attempts are limited per email, known or unknown, and also when concurrent', async () => {
    for (const email of ['olga@example.com', 'stranger@example.com']) {
      const tries = Array.from({ length: 14 }, () =>
        problemOf(signInMethods.signIn({ email: email.toUpperCase(), password: 'wrong' }, bare())),
      )
      const codes = (await Promise.all(tries)).map(({ code }) => code)
      expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(10)
      expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(4)
      const right = await problemOf(signInMethods.signIn({ email, password: PASSWORD }, bare()))
      expect(right.details.retryAfter).toBeGreaterThan(800)
    }
  })

  test('an invitation works once, for the email it was created for', async () => {
    const { link } = await invitations.create({ email: 'New@Example.com' })
    const code = link.split('/').at(-1) ?? ''
    expect(link).toMatch(/^https:\/\/studio\.example\/join\/[\w-]{43}$/)
    expect(await invitations.find(code)).toMatchObject({ email: 'new@example.com' })
    const input = { code, name: 'Nils', password: PASSWORD }
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => signInMethods.join(input, bare())),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await invitations.find(code)).toBeUndefined()
    expect(await users.list()).toContainEqual(
      expect.objectContaining({ email: 'new@example.com', role: 'member' }),
    )
  })

  test('an invitation that was revoked, replaced or has expired does not work', async () => {
    const codeOf = ({ link }: { link: string }) => link.split('/').at(-1) ?? ''
    const revoked = await invitations.create({ email: 'a@example.com' })
    await invitations.revoke(revoked.id)
    const replaced = await invitations.create({ email: 'b@example.com' })
    const old = await invitations.create({ email: 'b@example.com' })
    const past = { expires_at: new Date(Date.now() - 1).toISOString() }
    await (await db()).updateTable('invitations').set(past).where('id', '=', old.id).execute()
    for (const invitation of [revoked, replaced, old]) {
      expect(await invitations.find(codeOf(invitation))).toBeUndefined()
      const input = { code: codeOf(invitation), name: 'N', password: PASSWORD }
      expect((await problemOf(signInMethods.join(input, bare()))).code).toBe('not_found')
    }
  })

  test('a cookie together with a token, or a malformed token, identifies nobody', async () => {
    const member = await makeMember('both@example.com')
    const { token } = await tokens.create({ name: 'x' }, await principalOf(member))
    const both = withCookie(member)
    both.set('authorization', `Bearer ${token}`)
    const wrong = [`Bearer ${token}x`, token, 'Basic bTpw', `bearer${token}`, '', 'Bearer prl_']
    expect(await getPrincipal(both)).toBeNull()
    for (const authorization of wrong)
      expect(await getPrincipal(bare({ authorization })), authorization).toBeNull()
  })

  test('a request for another host is rejected', async () => {
    for (const host of ['evil.example', '127.0.0.1', 'studio.example.evil.example', 'studio.example:8080']) {
      expect((await problemOf(getPrincipal(new Headers({ host })))).code).toBe('forbidden')
    }
  })
}
