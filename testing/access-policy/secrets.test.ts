import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type RunningSandbox, startSandbox } from '@/lib/sandbox'
import { getPrincipal, invitations, signInMethods, tokens } from '@/lib/server/auth'
import { db, records, uploads } from '@/lib/server/db'
import { create, images } from '@/lib/server/generations'
import sharp from '@/lib/server/sharp'
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

const KEY = 'sk-doors'
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
/** Whose own things a holder has. */
let selves: Record<Holder, string>
/** What the member has, who keeps the secrets. */
let kept: { member: string; video: string; photo: string; taskid: string; key: string }

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
  selves = { nobody: another, another, owner, token: scripted.id, 'revoked token': scripted.id }
  kept = await keep(member)
})

/** A private video with its task at the provider and the key that it was asked for under, and a shared one with a photo. */
async function keep(member: string): Promise<typeof kept> {
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
  for (const position of ['videos', 'last-frames', 'posters']) await put(`${position}/${id}`)
  return { member, video: id, photo: photo.id, taskid: generation.taskid ?? '', key }
}

/** The secret as it is, and one of the same form that nobody has. */
const VALUES: Record<Secret, { real: () => Promise<string>; invented: () => string }> = {
  taskid: { real: async () => kept.taskid, invented: () => `task-${ulid()}` },
  'shared video': { real: async () => kept.video, invented: ulid },
  'shared photo': { real: async () => kept.photo, invented: ulid },
  key: { real: async () => kept.key, invented: () => `key-${ulid()}` },
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

type Offer = { params: Record<string, string>; body: unknown; headers: Record<string, string> }

/** A generation of the holder's own whose answer was lost, so that a taskid can be entered. */
async function lost(holder: Holder): Promise<string> {
  const row = submission({ id: ulid(), person: selves[holder], status: 'unknown' })
  await records.insert(row, [])
  return row.id
}

/** How a route is given a secret: in its path, its body or its headers, wherever it would take one. */
async function offerTo(
  name: string,
  row: Row,
  secret: Secret,
  value: string,
  holder: Holder,
): Promise<Offer> {
  if (name === 'PATCH /api/generations/[id]' && secret === 'taskid')
    return { params: { id: await lost(holder) }, headers: {}, body: { taskid: value } }
  if (name === 'POST /api/generations') {
    const source = secret === 'shared photo' ? [['sourceImage', value]] : []
    const headers: Offer['headers'] = secret === 'key' ? { 'idempotency-key': value } : {}
    return { params: {}, headers, body: formOf([['prompt', 'By another.'], ...source]) }
  }
  if (name === 'POST /api/auth/join')
    return { params: {}, headers: {}, body: { code: value, name: 'N', password: PASSWORD } }
  if (name === 'POST /api/auth/setup') {
    const user = { name: 'N', email: 'n@example.com', password: PASSWORD }
    return { params: {}, headers: {}, body: { code: value, ...user } }
  }
  const params: Offer['params'] = name.includes('[id]') ? { id: value } : {}
  return { params, headers: { 'idempotency-key': value }, body: row.body }
}

async function answerTo(holder: Holder, name: string, { params, headers, body }: Offer): Promise<number> {
  const signedIn =
    name === 'POST /api/auth/sign-out' && 'cookie' in credentials[holder]
      ? await cookieOf(holder === 'owner' ? 'olga@example.com' : 'another@example.com')
      : credentials[holder]
  const answer = await call(name, { body }, ORIGIN, bare({ ...signedIn, ...OWN, ...headers }), params)
  await answer.body?.cancel()
  return answer.status
}

describe.each(Object.entries(TABLE))('%s', (name, row) => {
  test.each(SECRETS)('to whoever knows of another’s: %s', async (secret) => {
    const opens = row.secrets[secret]
    const { real, invented } = VALUES[secret]
    for (const holder of HOLDERS) {
      const seen = await answerTo(holder, name, await offerTo(name, row, secret, await real(), holder))
      const wanted =
        opens === 'nothing'
          ? await answerTo(holder, name, await offerTo(name, row, secret, invented(), holder))
          : opens[holder]
      expect(seen, holder).toBe(wanted)
    }
  })
})

test('a video that is shared tells others nothing of its task', async () => {
  await records.update(kept.video, kept.member, ['completed'], { taskid: `task-${ulid()}` })
  const headers = bare({ ...credentials.another, ...OWN })
  const answer = await call('GET /api/generations/[id]', {}, ORIGIN, headers, { id: kept.video })
  expect(await answer.json()).toMatchObject({ id: kept.video, taskid: null })
  await records.update(kept.video, kept.member, ['completed'], { taskid: null })
})

test('nothing that others know has changed what is the member’s', async () => {
  const { member, video, photo, taskid, key } = kept
  expect(await records.find(video, member)).toMatchObject({ shared: 1, starred: 0, status: 'completed' })
  expect(await uploads.find(photo, member)).toBeDefined()
  const query = (await db()).selectFrom('generations').select(['taskid', 'idempotency_key'])
  expect(await query.where('person', '=', member).where('taskid', 'is not', null).execute()).toEqual([
    { taskid, idempotency_key: key },
  ])
  expect(provider.sandbox.ledger().tasks.filter(({ deletedAt }) => deletedAt !== null)).toEqual([])
  expect(await getPrincipal(bare(credentials.another))).not.toBeNull()
})
