import { expect, test, vi } from 'vitest'
import { db } from '@/lib/server/store'
import { entrance, invitations, people, tokens, whoAsks } from '.'
import { bare, makeMember, owned, PASSWORD, problemOf, visitorOf, withCookie } from './fixture'

/** Who is let in, and as whom. */
export function entranceContract(): void {
  const studio = owned()

  test('the session’s cookie says who asks, until signing out', async () => {
    const headers = withCookie(
      await entrance.signIn({ email: 'olga@example.com', password: PASSWORD }, bare()),
    )
    expect(await whoAsks(headers)).toMatchObject({
      id: studio.owner.person.id,
      role: 'owner',
      via: 'session',
    })
    await entrance.signOut(headers)
    expect(await whoAsks(headers)).toBeNull()
  })

  test('the cookie is out of scripts’ reach, stays on this site and travels encrypted', async () => {
    const [cookie] = studio.owner.headers.getSetCookie().filter((one) => one.includes('session_token'))
    expect(cookie).toMatch(/^__Secure-promptreel\./)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
  })

  test('a cookie that was tampered with says nothing', async () => {
    const headers = withCookie(studio.owner)
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
    for (const host of ['evil.example', '127.0.0.1', 'studio.example.evil.example', 'studio.example:8080']) {
      expect((await problemOf(whoAsks(new Headers({ host })))).code).toBe('forbidden')
    }
  })
}
