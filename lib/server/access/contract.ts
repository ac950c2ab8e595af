import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/server/store'
import { entrance, invitations, people, sessions, tokens, whoAsks } from '.'
import { bare, makeMember, makeOwner, PASSWORD, problemOf, withCookie } from './fixture'
import type { Entered } from './sign-in'
import type { SignedIn } from './visitor'

async function visitorOf(entered: Entered): Promise<SignedIn> {
  const visitor = await whoAsks(withCookie(entered))
  if (visitor?.via !== 'session') throw new Error('nobody is signed in')
  return visitor
}

const withToken = (token: string) => bare({ authorization: `Bearer ${token}` })

/** How people come in and what becomes of them, whichever database keeps it. */
export function accessContract(): void {
  beforeEach(async () => {
    await (await db()).deleteFrom('attempts').execute()
  })

  describe('setting up', () => {
    test('the code from the newest start makes the first owner, once', async () => {
      const person = { name: 'Olga', email: 'Olga@Example.com', password: PASSWORD }
      const before = await entrance.openSetup()
      const setup = await entrance.openSetup()
      expect(setup?.address).toBe('https://studio.example/setup')
      const tries = [before?.code, 'wrong', setup?.code.toLowerCase().replaceAll('-', ' '), setup?.code]
      const ends = []
      for (const code of tries) {
        ends.push(
          await entrance.setUp({ ...person, code }, bare()).then(
            () => 'in',
            () => 'refused',
          ),
        )
      }
      expect(ends).toEqual(['refused', 'refused', 'in', 'refused'])
      expect(await entrance.openSetup()).toBeNull()
      expect(await people.list()).toMatchObject([{ email: 'olga@example.com', role: 'owner' }])
    })

    test('one code let many try at once makes one owner', async () => {
      const database = await db()
      await database.deleteFrom('people').execute()
      const code = (await entrance.openSetup())?.code
      const tries = Array.from({ length: 5 }, (_, n) =>
        entrance.setUp({ code, name: 'N', email: `n${n}@example.com`, password: PASSWORD }, bare()),
      )
      const ends = await Promise.allSettled(tries)
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await people.list()).toHaveLength(1)
      await database.deleteFrom('people').execute()
    })

    test('tries are limited', async () => {
      await entrance.openSetup()
      const wish = { code: 'wrong', name: 'N', email: 'n@example.com', password: PASSWORD }
      for (let n = 0; n < 10; n++)
        expect((await problemOf(entrance.setUp(wish, bare()))).code).toBe('invalid_input')
      expect((await problemOf(entrance.setUp(wish, bare()))).code).toBe('rate_limited')
    })
  })

  describe('in a studio with an owner', () => {
    let owner: Entered
    beforeAll(async () => {
      await (await db()).deleteFrom('people').execute()
      await (await db()).deleteFrom('attempts').execute()
      owner = await makeOwner()
    })

    test('what was made before people signed in is the first owner’s', async () => {
      const database = await db()
      await database.deleteFrom('people').execute()
      const use = { id: 'u1', person: 'local', kind: 'film', at: '2026', bytes: 0 } as const
      await database.insertInto('uses').values(use).execute()
      owner = await makeOwner()
      const query = database.selectFrom('uses').select('person').where('id', '=', 'u1')
      expect(await query.execute()).toEqual([{ person: owner.person.id }])
    })

    test('the session’s cookie says who asks, until signing out', async () => {
      const headers = withCookie(
        await entrance.signIn({ email: 'olga@example.com', password: PASSWORD }, bare()),
      )
      expect(await whoAsks(headers)).toMatchObject({ id: owner.person.id, role: 'owner', via: 'session' })
      await entrance.signOut(headers)
      expect(await whoAsks(headers)).toBeNull()
    })

    test('the cookie is out of scripts’ reach, stays on this site and travels encrypted', async () => {
      const [cookie] = owner.headers.getSetCookie().filter((one) => one.includes('session_token'))
      expect(cookie).toMatch(/^__Secure-promptreel\./)
      for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
    })

    test('a cookie that was tampered with says nothing', async () => {
      const headers = withCookie(owner)
      headers.set('cookie', (headers.get('cookie') ?? '').replace(/session_token=./, 'session_token=!'))
      expect(await whoAsks(headers)).toBeNull()
    })

    test('an unknown address, a wrong password and an ended person are refused alike', async () => {
      const gone = await makeMember('gone@example.com')
      await people.end(gone.person.id)
      const refusals = []
      for (const email of ['nobody@example.com', 'olga@example.com', 'gone@example.com']) {
        const { code, detail } = await problemOf(
          entrance.signIn({ email, password: 'not the right one' }, bare()),
        )
        refusals.push({ code, detail })
      }
      expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1)
      expect(refusals[0]?.code).toBe('unauthenticated')
    })

    test('an unknown address costs the same work as a wrong password', async () => {
      const { auth } = await import('./auth')
      const { password } = await (await auth()).$context
      const { hash, verify } = password
      const spies = [vi.fn(hash), vi.fn(verify)]
      Object.assign(password, { hash: spies[0], verify: spies[1] })
      const work = async (email: string) => {
        for (const spy of spies) spy.mockClear()
        await problemOf(entrance.signIn({ email, password: 'not the right one' }, bare()))
        return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
      }
      expect([await work('nobody2@example.com'), await work('olga@example.com')]).toEqual([1, 1])
      Object.assign(password, { hash, verify })
    })

    test('tries are limited for known and unknown addresses alike, and also when made at once', async () => {
      for (const email of ['olga@example.com', 'stranger@example.com']) {
        const tries = Array.from({ length: 14 }, () =>
          problemOf(entrance.signIn({ email: email.toUpperCase(), password: 'wrong' }, bare())),
        )
        const codes = (await Promise.all(tries)).map(({ code }) => code)
        expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(10)
        expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(4)
        const right = await problemOf(entrance.signIn({ email, password: PASSWORD }, bare()))
        expect(right.details.retryAfter).toBeGreaterThan(800)
      }
    })

    test('an invitation works once, for the address that it was made for', async () => {
      const { link } = await invitations.create({ email: 'New@Example.com' })
      const code = link.split('/').at(-1) ?? ''
      expect(link).toMatch(/^https:\/\/studio\.example\/join\/[\w-]{43}$/)
      expect(await invitations.find(code)).toMatchObject({ email: 'new@example.com' })
      const wish = { code, name: 'Nils', password: PASSWORD }
      const ends = await Promise.allSettled(Array.from({ length: 4 }, () => entrance.join(wish, bare())))
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await invitations.find(code)).toBeUndefined()
      expect(await people.list()).toContainEqual(
        expect.objectContaining({ email: 'new@example.com', role: 'member' }),
      )
    })

    test('one that was taken back, replaced or is too old is none', async () => {
      const codeOf = ({ link }: { link: string }) => link.split('/').at(-1) ?? ''
      const revoked = await invitations.create({ email: 'a@example.com' })
      await invitations.revoke(revoked.id)
      const replaced = await invitations.create({ email: 'b@example.com' })
      const old = await invitations.create({ email: 'b@example.com' })
      const past = { expires_at: new Date(Date.now() - 1).toISOString() }
      await (await db()).updateTable('invitations').set(past).where('id', '=', old.id).execute()
      for (const invitation of [revoked, replaced, old]) {
        expect(await invitations.find(codeOf(invitation))).toBeUndefined()
        const wish = { code: codeOf(invitation), name: 'N', password: PASSWORD }
        expect((await problemOf(entrance.join(wish, bare()))).code).toBe('not_found')
      }
    })

    test('for someone who is here, an invitation sets a new password and ends all that was open', async () => {
      const before = await makeMember('lost@example.com', 'Lo')
      const visitor = await visitorOf(before)
      const { token } = await tokens.create({ name: 'script' }, visitor)
      const { link } = await invitations.create({ email: 'lost@example.com' })
      const wish = { code: link.split('/').at(-1), name: 'Lola', password: 'another long password' }
      const after = await entrance.join(wish, bare())
      expect(after.person).toEqual({ id: before.person.id, name: 'Lola' })
      expect([await whoAsks(withCookie(before)), await whoAsks(withToken(token))]).toEqual([null, null])
      expect(
        (await problemOf(entrance.signIn({ email: 'lost@example.com', password: PASSWORD }, bare()))).code,
      ).toBe('unauthenticated')
    })

    test('a token acts as its person until it is revoked, and is kept as a hash alone', async () => {
      const member = await visitorOf(await makeMember('token@example.com'))
      const { id, token, start } = await tokens.create({ name: 'nightly' }, member)
      expect(token).toMatch(/^prl_[\w-]{43}$/)
      expect(token.startsWith(start)).toBe(true)
      expect(await whoAsks(withToken(token))).toEqual({ id: member.id, role: 'member', via: 'token' })
      expect((await tokens.list(member))[0]?.lastUsedAt).not.toBeNull()
      const rows = await (await db()).selectFrom('tokens').selectAll().execute()
      expect(JSON.stringify(rows)).not.toContain(token)
      expect((await problemOf(tokens.revoke(id, { id: owner.person.id }))).code).toBe('not_found')
      await tokens.revoke(id, member)
      expect(await whoAsks(withToken(token))).toBeNull()
    })

    test('two that speak at once, or a wrong one, speak for nobody', async () => {
      const member = await makeMember('both@example.com')
      const { token } = await tokens.create({ name: 'x' }, await visitorOf(member))
      const both = withCookie(member)
      both.set('authorization', `Bearer ${token}`)
      const wrong = [`Bearer ${token}x`, token, 'Basic bTpw', `bearer${token}`, '', 'Bearer prl_']
      expect(await whoAsks(both)).toBeNull()
      for (const authorization of wrong)
        expect(await whoAsks(bare({ authorization })), authorization).toBeNull()
    })

    test('only the studio’s own host is answered', async () => {
      for (const host of [
        'evil.example',
        '127.0.0.1',
        'studio.example.evil.example',
        'studio.example:8080',
      ]) {
        expect((await problemOf(whoAsks(new Headers({ host })))).code).toBe('forbidden')
      }
    })

    test('ending a person ends sessions and tokens at once', async () => {
      const member = await makeMember('leaver@example.com')
      const { token } = await tokens.create({ name: 'x' }, await visitorOf(member))
      await people.end(member.person.id)
      expect([await whoAsks(withCookie(member)), await whoAsks(withToken(token))]).toEqual([null, null])
      const back = await makeMember('leaver@example.com')
      expect(back.person.id).toBe(member.person.id)
      expect(await whoAsks(withCookie(back))).toMatchObject({ id: member.person.id })
    })

    test('there is always an owner, also when two end each other at once', async () => {
      expect((await problemOf(people.end(owner.person.id))).code).toBe('forbidden')
      expect((await problemOf(people.setRole(owner.person.id, { role: 'member' }))).code).toBe('forbidden')
      const second = (await makeMember('second@example.com')).person.id
      for (let round = 0; round < 5; round++) {
        await people.setRole(owner.person.id, { role: 'owner' })
        await people.setRole(second, { role: 'owner' })
        await Promise.allSettled([
          people.setRole(second, { role: 'member' }),
          people.setRole(owner.person.id, { role: 'member' }),
        ])
        const owners = (await people.list()).filter(({ role, endedAt }) => role === 'owner' && !endedAt)
        expect(owners).toHaveLength(1)
      }
      await people.setRole(owner.person.id, { role: 'owner' })
    })

    test('a new password ends all other sessions and keeps this one', async () => {
      const here = await makeMember('change@example.com')
      const wish = { email: 'change@example.com', password: PASSWORD }
      const elsewhere = await entrance.signIn(wish, bare({ 'user-agent': 'Elsewhere' }))
      const visitor = await visitorOf(here)
      expect((await sessions.list(visitor)).map(({ browser, current }) => [browser, current])).toEqual([
        ['Elsewhere', false],
        ['', true],
      ])
      const change = (current: string) =>
        sessions.changePassword({ current, password: 'a completely new one' }, visitor, withCookie(here))
      expect((await problemOf(change('not mine at all'))).code).toBe('invalid_input')
      const headers = await change(PASSWORD)
      expect(await whoAsks(withCookie(elsewhere))).toBeNull()
      expect(await whoAsks(withCookie({ ...here, headers }))).toMatchObject({ id: here.person.id })
    })

    test('a session is ended by its person alone', async () => {
      const [one, other] = [await makeMember('one@example.com'), await makeMember('other@example.com')]
      const visitor = await visitorOf(one)
      expect((await problemOf(sessions.end(visitor.session, await visitorOf(other)))).code).toBe('not_found')
      await sessions.end(visitor.session, visitor)
      expect(await whoAsks(withCookie(one))).toBeNull()
    })

    test('a session that has run out says nothing', async () => {
      const member = await makeMember('late@example.com')
      const past = { expires_at: new Date(Date.now() - 1_000).toISOString() }
      await (await db()).updateTable('sessions').set(past).where('person', '=', member.person.id).execute()
      expect(await whoAsks(withCookie(member))).toBeNull()
    })

    test('short passwords and what is no address are refused at their field', async () => {
      const wish = { code: 'c', name: ' ', email: 'nobody', password: 'short' }
      const { details } = await problemOf(entrance.setUp(wish, bare()))
      expect(Object.keys(details.errors ?? {}).toSorted()).toEqual(['email', 'name', 'password'])
    })
  })
}
