import { handleFor, readQuery, receiveJson, unlessKnown } from '@/lib/server/http'
import { readLimits, setLimits, useOf } from '@/lib/server/quota'
import type { Used } from '@/lib/shared/team'

/** Limits, and each user’s usage in a month (`?month=2026-11`, by default the current one). */
export const GET = handleFor('owner')(async (request) => {
  const { month = new Date().toISOString().slice(0, 7) } = readQuery(request)
  const limits = await readLimits()
  return unlessKnown(request, {
    limits: { ...limits, people: limits.users },
    month,
    used: (await useOf(month)).map(withOldNames),
  })
})

/** Keeps the field names of the previous version for one more release. */
const withOldNames = (used: Used) => ({
  ...used,
  person: used.user,
  films: used.videos.map((of) => ({ ...of, films: of.videos })),
})

/** Sets limits for everybody or for one user. */
export const PATCH = handleFor('owner')(async (request) => {
  await setLimits(await receiveJson(request))
  return new Response(null, { status: 204 })
})
