import { after } from 'next/server'
import { create, expectSubmission, images, list, tracker } from '@/lib/server/generations'
import { announced, handle, idempotencyKey, receiveForm, unlessKnown } from '@/lib/server/http'

const REPLAYED = { status: 200, headers: { 'idempotent-replayed': 'true' } }

/** Bytes of a form that may be words; what is beyond must be pictures. */
const VALUES = images.limits.values * images.limits.valueBytes

/** Creates one generation. Answers when the provider has; following it is the tracker's work. */
export const POST = handle(async (request, user) => {
  const key = idempotencyKey(request)
  await expectSubmission(user, key, Math.max(0, (announced(request) ?? 0) - VALUES))
  return receiveForm(request, images.limits, user.id, async (parts) => {
    const { generation, replayed } = await create(parts, key, user, request.signal)
    return Response.json(generation, replayed ? REPLAYED : { status: 201 })
  })
})

/** The gallery, newest first. */
export const GET = handle(async (request, user) => {
  after(tracker.pollOnce)
  const pending = Object.fromEntries(new URL(request.url).searchParams)
  return unlessKnown(request, await list(user, pending), ['prompt'])
})
