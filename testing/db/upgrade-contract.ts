import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { type RunningSandbox, startSandbox } from '@/lib/sandbox'
import { getPrincipal, invitations, signInMethods, tokens, users } from '@/lib/server/auth'
import { db, dueWork, uploads } from '@/lib/server/db'
import { create, list, read } from '@/lib/server/generations'
import { limitsFor } from '@/lib/server/quota'
import { Problem } from '@/lib/shared/problem'

const FIXTURE = join(import.meta.dirname, '../fixtures/made-by-2917cae')
const KEY = 'sk-canary-0123456789'
const MINUTE_MS = 60_000

const user = z.object({ id: z.string(), email: z.string() })
const factsSchema = z.object({
  at: z.string(),
  password: z.string(),
  people: z.object({ owner: user, member: user, left: user }),
  tokens: z.record(z.enum(['owner', 'member']), z.string()),
  cookies: z.record(z.string(), z.string()),
  invitation: z.url(),
  images: z.array(z.object({ id: z.string() })),
  made: z.array(
    z.object({
      person: z.string(),
      key: z.string(),
      fields: z.record(z.string(), z.string()),
      images: z.array(z.string()),
      id: z.string(),
      generation: z.looseObject({ status: z.string() }),
    }),
  ),
  lists: z.object({ owner: z.array(z.string()), team: z.array(z.string()) }),
})

type Facts = z.output<typeof factsSchema>
type Made = Facts['made'][number]

/**
 * Contract of upgrading, for every engine: this version opens a database of an earlier one with nothing missing.
 * @param prepare creates a database from the SQL and returns the environment that selects it
 */
export function upgradeContract(
  prepare: (
    folder: string,
    sqlOf: (engine: 'sqlite' | 'postgres') => Promise<string>,
  ) => Promise<Record<string, string>>,
): void {
  let running: RunningSandbox
  let folder: string
  let facts: Facts

  beforeAll(async () => {
    facts = factsSchema.parse(JSON.parse(await readFile(`${FIXTURE}/facts.json`, 'utf8')))
    running = await startSandbox({ key: KEY, video: 'tiny' })
    folder = await mkdtemp(join(tmpdir(), 'promptreel-upgrade-'))
    Object.assign(process.env, {
      TENSORSLAB_API_KEY: KEY,
      TENSORSLAB_BASE_URL: running.url,
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
      AUTH_SECRET: 'a secret that is only for the tests of this studio',
      PUBLIC_URL: 'https://studio.example',
      ...(await prepare(folder, (engine) => readFile(`${FIXTURE}/${engine}.sql`, 'utf8'))),
    })
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(Date.parse(facts.at) + MINUTE_MS)
  })
  afterAll(async () => {
    vi.useRealTimers()
    await (await db()).destroy()
    await running.close()
    await rm(folder, { recursive: true })
  })

  const headers = (more: Record<string, string> = {}) => new Headers({ host: 'studio.example', ...more })
  const ask = ({ fields, images, key, person: user }: Made, changed: Record<string, string> = {}) =>
    create(
      [
        ...Object.entries({ ...fields, ...changed }).map(([name, value]) => ({ name, value })),
        ...images.map((value) => ({ name: 'sourceImage', value })),
      ],
      key,
      { id: user },
    )
  const idsOf = async (wanted: Parameters<typeof list>[1]) =>
    (await list({ id: facts.people.owner.id }, wanted)).items.map(({ id }) => id)

  describe('a database of version 0.1.0', () => {
    test('has every generation unchanged, with settings, images, star, share, video and failure', async () => {
      for (const { id, person: user, generation } of facts.made) {
        expect(await read(id, { id: user })).toMatchObject({ ...generation, model: 'seedance-2' })
      }
      expect(new Set(facts.made.map(({ generation }) => generation.status))).toEqual(
        new Set(['completed', 'failed', 'rejected', 'unknown', 'pending']),
      )
    })

    test('lists and finds generations as before', async () => {
      expect(await idsOf({})).toEqual(facts.lists.owner)
      expect(await idsOf({ scope: 'team' })).toEqual(facts.lists.team)
      const [koala] = facts.made
      for (const q of ['koala', '考拉', 'koal sea']) expect(await idsOf({ q }), q).toEqual([koala?.id])
      expect(await idsOf({ starred: '1' })).toEqual([koala?.id])
    })

    test('has its users with their roles, access, sessions and tokens', async () => {
      const { owner, member, left } = facts.people
      expect(await users.list()).toMatchObject([
        { ...owner, role: 'owner', endedAt: null },
        { ...member, role: 'member', endedAt: null },
        { ...left, role: 'member', endedAt: expect.any(String) },
      ])
      for (const [name, cookie] of Object.entries(facts.cookies)) {
        const who = name === 'member' ? member : owner
        expect(await getPrincipal(headers({ cookie }))).toMatchObject({ id: who.id, via: 'session' })
      }
      for (const name of ['owner', 'member'] as const) {
        const authorization = `Bearer ${facts.tokens[name]}`
        expect(await getPrincipal(headers({ authorization }))).toMatchObject({ id: facts.people[name].id })
        expect(await tokens.list({ id: facts.people[name].id })).toHaveLength(1)
      }
    })

    test('accepts its users’ passwords and open invitations', async () => {
      const { owner, left } = facts.people
      const { password } = facts
      const entered = await signInMethods.signIn({ email: owner.email, password }, headers())
      expect(entered.person.id).toBe(owner.id)
      await expect(signInMethods.signIn({ email: left.email, password }, headers())).rejects.toThrow(Problem)
      const code = facts.invitation.split('/').at(-1) ?? ''
      expect(await invitations.find(code)).toMatchObject({ email: 'nina@example.com', resets: false })
      expect(await signInMethods.join({ code, name: 'Nina', password }, headers())).toMatchObject({
        person: { name: 'Nina' },
      })
    })

    test('keeps limits, images and queued deletions', async () => {
      expect(await limitsFor(facts.people.owner.id)).toMatchObject({ perDay: 50, atOnce: 5 })
      expect(await limitsFor(facts.people.member.id)).toMatchObject({ perDay: 50, atOnce: 2 })
      const ids = facts.images.map(({ id }) => id)
      expect(await uploads.existing(ids)).toEqual(new Set(ids))
      expect(await dueWork.claimDeletions(10, MINUTE_MS)).toHaveLength(1)
    })

    test('replays the old generation for a repeated key and sends nothing', async () => {
      for (const made of facts.made.filter(({ key }) => key !== 'rejected-1')) {
        expect(await ask(made), made.key).toMatchObject({ replayed: true, generation: { id: made.id } })
        await expect(ask(made, { seed: '7' }), made.key).rejects.toMatchObject({
          code: 'idempotency_mismatch',
        })
      }
      expect(running.sandbox.ledger().creates).toEqual([])
    })

    test('resends a temporarily refused submission with its key, as the same generation', async () => {
      const rejected = facts.made.find(({ key }) => key === 'rejected-1')
      if (!rejected) throw new Error('the fixture lacks a rejected generation')
      expect(await ask(rejected)).toMatchObject({
        replayed: false,
        generation: { id: rejected.id, status: 'pending' },
      })
      expect(running.sandbox.ledger().creates).toHaveLength(1)
      expect(await ask(rejected)).toMatchObject({ replayed: true, generation: { id: rejected.id } })
    })
  })
}
