import { after } from 'next/server'
import { create, expectSubmission, images, list, tracker } from '@/lib/server/generations'
import {
  announced,
  handle,
  idempotencyKey,
  readQuery,
  readRepeated,
  receiveForm,
  unlessKnown,
} from '@/lib/server/http'

const REPLAYED = { status: 200, headers: { 'idempotent-replayed': 'true' } }

/** Bytes of a form that may be text fields; anything beyond must be images. */
const TEXT_BYTES = images.limits.values * images.limits.valueBytes

/** RFC 7240; other preferences may stand beside it. */
const prefersSync = ({ headers }: Request): boolean =>
  (headers.get('prefer') ?? '').split(',').some((one) => one.trim().toLowerCase() === 'respond-sync')

/**
 * Creates a generation, or with `count` several. Responds once the provider has, or with 202 where one has to wait; polling is the
 * tracker’s work.
 */
export const POST = handle(async (request, user) => {
  const key = idempotencyKey(request)
  await expectSubmission(user, key, Math.max(0, (announced(request) ?? 0) - TEXT_BYTES))
  return receiveForm(request, images.limits, user.id, async (parts) => {
    const mayWait = !prefersSync(request)
    const token = user.via === 'token' ? user.token : null
    const { generation, items, replayed } = await create(parts, key, user, {
      mayWait,
      token,
      gone: request.signal,
    })
    const status = (items ?? [generation]).some((item) => item.status === 'queued') ? 202 : 201
    return Response.json(items ? { items } : generation, replayed ? REPLAYED : { status })
  })
})

/** The gallery, newest first. */
export const GET = handle(async (request, user) => {
  after(tracker.pollOnce)
  const query = { ...readQuery(request), tag: readRepeated(request, 'tag') }
  return unlessKnown(request, await list(user, query), ['prompt'])
})
