import { handleFor, receiveJson, unlessKnown } from '@/lib/server/http'
import { readLimits, setLimits, useOf } from '@/lib/server/quota'

/** What people may do, and what each has used in a month, by default this one: `?month=2026-11`. */
export const GET = handleFor('owner')(async (request) => {
  const month = new URL(request.url).searchParams.get('month') ?? new Date().toISOString().slice(0, 7)
  return unlessKnown(request, { limits: await readLimits(), month, used: await useOf(month) })
})

/** Sets limits for everybody or for one person. */
export const PATCH = handleFor('owner')(async (request) => {
  await setLimits(await receiveJson(request))
  return new Response(null, { status: 204 })
})
