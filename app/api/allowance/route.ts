import { handleFor, receiveJson, unlessKnown } from '@/lib/server/http'
import { readLimits, setLimits, useOf } from '@/lib/server/quota'
import type { Used } from '@/lib/shared/team'

/** What people may do, and what each has used in a month, by default this one: `?month=2026-11`. */
export const GET = handleFor('owner')(async (request) => {
  const month = new URL(request.url).searchParams.get('month') ?? new Date().toISOString().slice(0, 7)
  const limits = await readLimits()
  return unlessKnown(request, {
    limits: { ...limits, people: limits.users },
    month,
    used: (await useOf(month)).map(withOldNames),
  })
})

/** Names of an earlier version, beside the present ones for a release. */
const withOldNames = (used: Used) => ({
  ...used,
  person: used.user,
  films: used.videos.map((of) => ({ ...of, films: of.videos })),
})

/** Sets limits for everybody or for one person. */
export const PATCH = handleFor('owner')(async (request) => {
  await setLimits(await receiveJson(request))
  return new Response(null, { status: 204 })
})
