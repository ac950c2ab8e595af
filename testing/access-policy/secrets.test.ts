import sharp from 'sharp'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type RunningSandbox, startSandbox } from '@/lib/sandbox'
import { getPrincipal, invitations, signInMethods, tokens } from '@/lib/server/auth'
import { db, records, uploads } from '@/lib/server/db'
import { create, images } from '@/lib/server/generations'
import {
  bare,
  inTeamMode,
  makeMember,
  makeOwner,
  ORIGIN,
  PASSWORD,
  principalOf,
  withCookie,
} from '@/testing/auth/fixture'
import { submission } from '@/testing/db/fixture'
import { call } from './routes'
import { HOLDERS, type Holder, SECRETS, type Secret } from './secrets'
import { put, type Row, TABLE } from './table'

vi.mock('next/server', () => ({ after: () => {} }))
delete process.env.DATABASE_URL

const KEY = 'sk-access'
let provider: RunningSandbox
inTeamMode(async () => {
  provider = await startSandbox({ key: KEY, video: 'tiny', now: () => Date.now() })
  return {
    TENSORSLAB_API_KEY: KEY,
    TENSORSLAB_BASE_URL: provider.url,
    LIMIT_PER_MINUTE: 'none',
    LIMIT_AT_ONCE: 'none',
    LIMIT_PER_DAY: 'none',
  }
})
afterAll(() => provider.close())

const OWN = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }
let credentials: Record<Holder, Record<string, string>>
/** The user whose resources each holder owns. */
let userIds: Record<Holder, string>
/** The member's resources, which the secrets refer to. */
let owned: { member: string; video: string; photo: string; taskid: string; key: string }

const cookieOf = async (email: string) => ({
  cookie: withCookie(await signInMethods.signIn({ email, password: PASSWORD }, bare())).get('cookie') ?? '',
})

beforeAll(async () => {
  const owner = (await makeOwner()).person.id
  const another = (await makeMember('another@example.com')).person.id
  const scripted = await principalOf(await makeMember('scripted@example.com'))
  const member = (await makeMember('member@example.com')).person.id
  const [live, revoked] = [
    await tokens.create({ name: 'a' }, scripted),
    await tokens.create({ name: 'b' }, scripted),
  ]
  await tokens.revoke(revoked.id, scripted)
  credentials = {
    nobody: {},
    another: await cookieOf('another@example.com'),
    owner: await cookieOf('olga@example.com'),
    token: { authorization: `Bearer ${live.token}` },
    'revoked token': { authorization: `Bearer ${revoked.token}` },
  }
  userIds = { nobody: another, another, owner, token: scripted.id, 'revoked token': scripted.id }
  owned = await createOwned(member)
})

/** Makes a private video with its task and idempotency key, and a shared one with a photo. */
async function createOwned(member: string): Promise<typeof owned> {
  const key = 'key-of-the-member'
  const { generation } = await create([{ name: 'prompt', value: 'Private.' }], key, { id: member })
  const file = `${process.env.DATA_DIR}/photo.png`
  await sharp({ create: { width: 400, height: 320, channels: 3, background: '#357' } })
    .png()
    .toFile(file)
  const photo = await images.add(file, { id: member })
  const about = { type: 'video/mp4', bytes: 3, sha256: photo.id, width: 16, height: 9, duration: 5 }
  const frame = JSON.stringify({ ...about, type: 'image/png' })
  const video = JSON.stringify(about)
  const id = ulid()
  const done = {
    id,
    person: member,
    status: 'completed',
    shared: 1,
    poster: 1,
    video,
    last_frame: frame,
  } as const
  await records.insert(submission(done), [photo.id])
  for (const prefix of ['videos', 'last-frames', 'posters']) await put(`${prefix}/${id}`)
  return { member, video: id, photo: photo.id, taskid: generation.taskid ?? '', key }
}

/** Each real secret, and an invented one of the same form. */
const VALUES: Record<Secret, { real: () => Promise<string>; invented: () => string }> = {
  taskid: { real: async () => owned.taskid, invented: () => `task-${ulid()}` },
  'shared video': { real: async () => owned.video, invented: ulid },
  'shared photo': { real: async () => owned.photo, invented: ulid },
  key: { real: async () => owned.key, invented: () => `key-${ulid()}` },
  invitation: {
    real: async () => {
      const { link } = await invitations.create({ email: `${ulid()}@example.com`.toLowerCase() })
      return link.split('/').at(-1) ?? ''
    },
    invented: () => `${ulid()}${ulid()}`.slice(0, 43),
  },
}

const formOf = (fields: string[][]) => {
  const form = new FormData()
  for (const [name = '', value = ''] of fields) form.set(name, value)
  return form
}

type Sent = {
  query?: string | undefined
  params: Record<string, string>
  body: unknown
  headers: Record<string, string>
}

/** Inserts a generation of the holder whose response was lost, so that a taskid can be entered. */
async function insertUnknown(holder: Holder): Promise<string> {
  const row = submission({ id: ulid(), person: userIds[holder], status: 'unknown' })
  await records.insert(row, [])
  return row.id
}

/** Puts a secret into a route's path, body or headers, wherever the route might accept it. */
async function requestWith(
  name: string,
  row: Row,
  secret: Secret,
  value: string,
  holder: Holder,
): Promise<Sent> {
  if (name === 'PATCH /api/generations/[id]' && secret === 'taskid')
    return { params: { id: await insertUnknown(holder) }, headers: {}, body: { taskid: value } }
  if (name === 'POST /api/generations') {
    const source = secret === 'shared photo' ? [['sourceImage', value]] : []
    const headers: Sent['headers'] = secret === 'key' ? { 'idempotency-key': value } : {}
    return { params: {}, headers, body: formOf([['prompt', 'By another.'], ...source]) }
  }
  if (name === 'POST /api/auth/join')
    return { params: {}, headers: {}, body: { code: value, name: 'N', password: PASSWORD } }
  if (name === 'POST /api/auth/setup') {
    const user = { name: 'N', email: 'n@example.com', password: PASSWORD }
    return { params: {}, headers: {}, body: { code: value, ...user } }
  }
  const { query } = row
  const params: Sent['params'] = `${name}${query}`.includes('[id]') ? { id: value } : {}
  return { query, params, headers: { 'idempotency-key': value }, body: row.body }
}

async function statusFor(
  holder: Holder,
  name: string,
  { query, params, headers, body }: Sent,
): Promise<number> {
  const signedIn =
    name === 'POST /api/auth/sign-out' && 'cookie' in credentials[holder]
      ? await cookieOf(holder === 'owner' ? 'olga@example.com' : 'another@example.com')
      : credentials[holder]
  const answer = await call(name, { body, query }, ORIGIN, bare({ ...signedIn, ...OWN, ...headers }), params)
  await answer.body?.cancel()
  return answer.status
}

describe.each(Object.entries(TABLE))('%s', (name, row) => {
  test.each(SECRETS)(
    'gives those who know another user’s %s no more than the policy allows',
    async (secret) => {
      const grants = row.secrets[secret]
      const { real, invented } = VALUES[secret]
      for (const holder of HOLDERS) {
        const seen = await statusFor(holder, name, await requestWith(name, row, secret, await real(), holder))
        const wanted =
          grants === 'nothing'
            ? await statusFor(holder, name, await requestWith(name, row, secret, invented(), holder))
            : grants[holder]
        expect(seen, holder).toBe(wanted)
      }
    },
  )
})

test('a shared video does not show its taskid to others', async () => {
  await records.update(owned.video, owned.member, ['completed'], { taskid: `task-${ulid()}` })
  const headers = bare({ ...credentials.another, ...OWN })
  const answer = await call('GET /api/generations/[id]', {}, ORIGIN, headers, { id: owned.video })
  expect(await answer.json()).toMatchObject({ id: owned.video, taskid: null })
  await records.update(owned.video, owned.member, ['completed'], { taskid: null })
})

test('none of these requests has changed the member’s resources', async () => {
  const { member, video, photo, taskid, key } = owned
  expect(await records.find(video, member)).toMatchObject({ shared: 1, starred: 0, status: 'completed' })
  expect(await uploads.find(photo, member)).toBeDefined()
  const query = (await db()).selectFrom('generations').select(['taskid', 'idempotency_key'])
  expect(await query.where('person', '=', member).where('taskid', 'is not', null).execute()).toEqual([
    { taskid, idempotency_key: key },
  ])
  expect(provider.sandbox.ledger().tasks.filter(({ deletedAt }) => deletedAt !== null)).toEqual([])
  expect(await getPrincipal(bare(credentials.another))).not.toBeNull()
})
