import { after } from 'next/server'
import { create, images, list, tracker } from '@/lib/server/generations'
import { handle, idempotencyKey, receiveForm } from '@/lib/server/http'

const REPLAYED = { status: 200, headers: { 'idempotent-replayed': 'true' } }

/** Creates one generation. Answers when the provider has; following it is the tracker's work. */
export const POST = handle(async (request, person) => {
  const key = idempotencyKey(request)
  return receiveForm(request, images.limits, async (parts) => {
    const { generation, replayed } = await create(parts, key, person)
    return Response.json(generation, replayed ? REPLAYED : { status: 201 })
  })
})

/** The gallery, newest first. */
export const GET = handle(async (request, person) => {
  after(tracker.glance)
  const wish = Object.fromEntries(new URL(request.url).searchParams)
  return Response.json(await list(person, wish))
})
