import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { ulid } from 'ulid'
import { invitations } from '@/lib/server/auth'
import { batchRecords, db, presetRecords, records, uploads } from '@/lib/server/db'
import { storage } from '@/lib/server/storage'
import { UNLIMITED } from '@/lib/shared/limits'
import { photo, submission } from '@/testing/db/fixture'
import { anybody, type Grants, members, NONE } from './secrets'

/** Creates the resource that a path refers to, anew for each call so that calls don't affect each other. */
type Create = (user: string) => Promise<Record<string, string>>

export type Row = {
  /** Who may call the route; `open`: no check at all. */
  for: 'open' | 'anyone' | 'member' | 'signed-in' | 'owner' | 'keeper'
  /** The status for a caller who has access and owns the resource. */
  status: number
  body?: unknown
  /** Behind the path; what the path may refer to, this may as well. */
  query?: string | undefined
  /** It responds with a file, which a browser may cache but must revalidate. */
  file?: true
  /** Creates a resource that belongs to one user: others get 404. */
  own?: Create
  /** Creates a resource that belongs to no user. */
  names?: Create
  /** What each secret grants here. */
  secrets: Grants
}

const video: Create = async (user) => {
  const id = ulid()
  const about = { type: 'video/mp4', bytes: 3, sha256: sha256('abc'), width: 16, height: 9, duration: 5 }
  const video = JSON.stringify(about)
  const last_frame = JSON.stringify({ ...about, type: 'image/png' })
  await records.insert(
    submission({ id, person: user, status: 'completed', poster: 1, video, last_frame }),
    [],
  )
  for (const prefix of ['videos', 'last-frames', 'posters']) await put(`${prefix}/${id}`)
  return { id }
}

const batch: Create = async (user) => {
  const id = ulid()
  const { created_at } = times()
  const row = {
    id,
    person: user,
    idempotency_key: null,
    fingerprint: 'f',
    name: 'B',
    rows: 1,
    paused: 0,
    created_at,
  }
  const waiting = submission({ person: user, status: 'queued', batch: id, batch_row: 1 })
  await batchRecords.insert(row, [{ row: waiting, images: [] }], UNLIMITED)
  await batchRecords.pause(id, user, true) // nothing is sent while others try their luck
  return { id }
}

const image: Create = async (user) => {
  const row = photo({ person: user })
  await uploads.add(row)
  await put(`images/${row.id}`)
  return { id: row.id }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Stores a file of three bytes under `key`. */
export async function put(key: string): Promise<void> {
  const file = `${process.env.DATA_DIR}/${ulid()}`
  await writeFile(file, 'abc')
  await storage().put(key, file)
}

const times = () => ({ created_at: new Date().toISOString(), updated_at: new Date().toISOString() })

const session: Create = async (user) => {
  const id = ulid()
  const until = new Date(Date.now() + 60_000).toISOString()
  const row = {
    id,
    person: user,
    token: id,
    ip_address: null,
    user_agent: null,
    expires_at: until,
    ...times(),
  }
  await (await db()).insertInto('sessions').values(row).execute()
  return { id }
}

const token: Create = async (user) => {
  const id = ulid()
  const { created_at } = times()
  const row = { id, person: user, name: 't', start: 'prl_', hash: id, created_at, last_used_at: null }
  await (await db()).insertInto('tokens').values(row).execute()
  return { id }
}

const preset: Create = async (user) => {
  const id = ulid()
  const { created_at } = times()
  const about = { name: id, shared: 0, model: 'seedance-2', prompt: 'A koala.', settings: '{}' }
  await presetRecords.add({ id, person: user, ...about, created_at }, 1_000)
  return { id }
}

const newUser: Create = async () => {
  const id = ulid()
  const row = { id, name: 'S', email: `${id}@example.com`, email_verified: 1, image: null, ended_at: null }
  await (await db())
    .insertInto('people')
    .values({ ...row, role: 'member', ...times() })
    .execute()
  return { id }
}

const invitation: Create = async () => ({
  id: (await invitations.create({ email: `${ulid()}@example.com` })).id,
})

/** Every route and method. The tests fail for a route without a row; a row without `secrets` does not compile. */
export const TABLE: Record<string, Row> = {
  'GET /api/health': { for: 'open', status: 200, secrets: NONE },

  'GET /api/generations': { for: 'member', status: 200, secrets: NONE },
  'POST /api/generations': { for: 'member', status: 415, secrets: NONE },
  'GET /api/generations/[id]': {
    for: 'member',
    status: 200,
    own: video,
    secrets: { ...NONE, 'shared video': members(200) },
  },
  'PATCH /api/generations/[id]': {
    for: 'member',
    status: 200,
    own: video,
    body: { starred: true },
    secrets: NONE,
  },
  'DELETE /api/generations/[id]': { for: 'member', status: 204, own: video, secrets: NONE },
  'GET /api/generations/[id]/video': {
    for: 'member',
    status: 200,
    own: video,
    file: true,
    secrets: { ...NONE, 'shared video': members(200) },
  },
  'HEAD /api/generations/[id]/video': {
    for: 'member',
    status: 200,
    own: video,
    file: true,
    secrets: { ...NONE, 'shared video': members(200) },
  },
  'GET /api/generations/[id]/last-frame': {
    for: 'member',
    status: 200,
    own: video,
    file: true,
    secrets: { ...NONE, 'shared video': members(200) },
  },
  'HEAD /api/generations/[id]/last-frame': {
    for: 'member',
    status: 200,
    own: video,
    file: true,
    secrets: { ...NONE, 'shared video': members(200) },
  },
  'GET /api/generations/[id]/poster': {
    for: 'member',
    status: 200,
    own: video,
    file: true,
    secrets: { ...NONE, 'shared video': members(200) },
  },
  'PUT /api/generations/[id]/poster': {
    for: 'member',
    status: 415,
    own: video,
    body: 'no image',
    secrets: NONE,
  },
  'GET /api/generations/videos.zip': {
    for: 'member',
    status: 200,
    own: video,
    query: '?id=[id]',
    secrets: { ...NONE, 'shared video': members(200) },
  },
  'HEAD /api/generations/videos.zip': {
    for: 'member',
    status: 200,
    own: video,
    query: '?id=[id]',
    secrets: { ...NONE, 'shared video': members(200) },
  },
  'GET /api/tags': { for: 'member', status: 200, secrets: NONE },
  'POST /api/images': { for: 'member', status: 415, body: 'no image', secrets: NONE },
  'GET /api/images/[id]': {
    for: 'member',
    status: 200,
    own: image,
    file: true,
    secrets: { ...NONE, 'shared photo': members(200) },
  },
  'GET /api/batches': { for: 'member', status: 200, secrets: NONE },
  'POST /api/batches': { for: 'member', status: 415, body: {}, secrets: NONE },
  'GET /api/batches/[id]': { for: 'member', status: 200, own: batch, secrets: NONE },
  'PATCH /api/batches/[id]': {
    for: 'member',
    status: 200,
    own: batch,
    body: { paused: true },
    secrets: NONE,
  },
  'DELETE /api/batches/[id]': { for: 'member', status: 200, own: batch, secrets: NONE },
  'POST /api/batches/[id]/retry': { for: 'member', status: 200, own: batch, body: {}, secrets: NONE },
  'GET /api/batches/[id]/videos.zip': { for: 'member', status: 404, own: batch, secrets: NONE },
  'HEAD /api/batches/[id]/videos.zip': { for: 'member', status: 404, own: batch, secrets: NONE },
  'GET /api/batches/[id]/results.csv': { for: 'member', status: 200, own: batch, secrets: NONE },
  'GET /api/queue': { for: 'member', status: 200, secrets: NONE },
  'PATCH /api/queue': { for: 'keeper', status: 200, body: { paused: false }, secrets: NONE },
  'GET /api/presets': { for: 'member', status: 200, secrets: NONE },
  'POST /api/presets': { for: 'member', status: 422, body: {}, secrets: NONE },
  'DELETE /api/presets/[id]': { for: 'member', status: 204, own: preset, secrets: NONE },
  'GET /api/settings': { for: 'member', status: 200, secrets: NONE },
  'PATCH /api/settings': { for: 'keeper', status: 200, body: { failed: 'unknown' }, secrets: NONE },
  'GET /api/estimate': { for: 'member', status: 200, secrets: NONE },
  'GET /api/usage': { for: 'member', status: 200, secrets: NONE },
  'GET /api/waiting': { for: 'member', status: 200, secrets: NONE },

  'POST /api/auth/sign-in': { for: 'anyone', status: 422, body: {}, secrets: NONE },
  'POST /api/auth/sign-out': { for: 'anyone', status: 204, secrets: NONE },
  'POST /api/auth/setup': { for: 'anyone', status: 422, body: {}, secrets: NONE },
  'POST /api/auth/join': {
    for: 'anyone',
    status: 422,
    body: {},
    secrets: { ...NONE, invitation: anybody(200) },
  },
  'POST /api/auth/oidc': { for: 'anyone', status: 404, secrets: NONE },
  'GET /api/auth/callback/oidc': { for: 'anyone', status: 404, secrets: NONE },

  'PUT /api/auth/name': { for: 'signed-in', status: 422, body: {}, secrets: NONE },
  'PUT /api/auth/password': { for: 'signed-in', status: 422, body: {}, secrets: NONE },
  'GET /api/sessions': { for: 'signed-in', status: 200, secrets: NONE },
  'DELETE /api/sessions/[id]': { for: 'signed-in', status: 204, own: session, secrets: NONE },
  'GET /api/tokens': { for: 'signed-in', status: 200, secrets: NONE },
  'POST /api/tokens': { for: 'signed-in', status: 422, body: {}, secrets: NONE },
  'DELETE /api/tokens/[id]': { for: 'signed-in', status: 204, own: token, secrets: NONE },

  'GET /api/people': { for: 'owner', status: 200, secrets: NONE },
  'PATCH /api/people/[id]': {
    for: 'owner',
    status: 204,
    names: newUser,
    body: { role: 'member' },
    secrets: NONE,
  },
  'DELETE /api/people/[id]': { for: 'owner', status: 204, names: newUser, secrets: NONE },
  'GET /api/invitations': { for: 'owner', status: 200, secrets: NONE },
  'POST /api/invitations': { for: 'owner', status: 422, body: {}, secrets: NONE },
  'DELETE /api/invitations/[id]': { for: 'owner', status: 204, names: invitation, secrets: NONE },
  'GET /api/allowance': { for: 'owner', status: 200, secrets: NONE },
  'PATCH /api/allowance': { for: 'owner', status: 204, body: { person: null, limits: {} }, secrets: NONE },
}
