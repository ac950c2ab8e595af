import * as z from 'zod'
import { config, isTeam } from '@/lib/server/config.js'
import { quota } from '@/lib/server/db'
import { LIMITS, type Limits, UNLIMITED } from '@/lib/shared/limits'
import { Problem } from '@/lib/shared/problem'
import type { SetLimits } from '@/lib/shared/team'

/** Defaults in team mode: one person's mistake must not use up everybody's credits. */
const TEAM: Limits = { perMinute: 10, atOnce: 5, perDay: 100, imageMbPerDay: 2_000 }

/** Limits from the environment and the mode, which apply unless an owner has set others. */
function standing(): Limits {
  const { LIMIT_PER_MINUTE, LIMIT_AT_ONCE, LIMIT_PER_DAY, LIMIT_IMAGE_MB_PER_DAY } = config()
  const usual = isTeam() ? TEAM : UNLIMITED
  return {
    perMinute: LIMIT_PER_MINUTE === undefined ? usual.perMinute : LIMIT_PER_MINUTE,
    atOnce: LIMIT_AT_ONCE === undefined ? usual.atOnce : LIMIT_AT_ONCE,
    perDay: LIMIT_PER_DAY === undefined ? usual.perDay : LIMIT_PER_DAY,
    imageMbPerDay: LIMIT_IMAGE_MB_PER_DAY === undefined ? usual.imageMbPerDay : LIMIT_IMAGE_MB_PER_DAY,
  }
}

/** The environment's limits, those that owners set for everybody, and those set for one person, by id. */
export async function readLimits(): Promise<{
  standing: Limits
  everybody: SetLimits
  users: Record<string, SetLimits>
}> {
  const everybody: SetLimits = {}
  const users = new Map<string, SetLimits>()
  for (const { person: user, name, most } of await quota.limits()) {
    if (user === null) everybody[name] = most
    else users.set(user, { ...users.get(user), [name]: most })
  }
  return { standing: standing(), everybody, users: Object.fromEntries(users) }
}

/** How many videos each person may have in the making at once; null for no limit. */
export async function readAtOnce(): Promise<(user: string) => number | null> {
  const { standing, everybody, users } = await readLimits()
  return (user) => users[user]?.atOnce ?? everybody.atOnce ?? standing.atOnce
}

/** A person's limits: those set for them, else for everybody, else by the environment. */
export async function limitsFor(user: string): Promise<Limits> {
  const rows = await quota.limits(user)
  const own = rows.filter((row) => row.person !== null)
  const everybody = rows.filter((row) => row.person === null)
  const set = [...everybody, ...own].map(({ name, most }) => [name, most] as const)
  return { ...standing(), ...Object.fromEntries(set) }
}

const change = z.strictObject({
  person: z.string().nullable(),
  limits: z.partialRecord(z.enum(LIMITS), z.int().min(0).max(1_000_000).nullable()),
})

/**
 * Sets limits for a person, or for everybody with `person` null. A limit of null is removed.
 * @throws Problem invalid_input; not_found when no person has this id
 */
export async function setLimits(body: unknown): Promise<void> {
  const { data } = change.safeParse(body)
  if (!data) {
    throw new Problem(
      'invalid_input',
      `Send {"person": id or null, "limits": {…}} with whole numbers up to 1000000 or null for ${LIMITS.join(', ')}.`,
    )
  }
  const set = LIMITS.flatMap((name) => {
    const most = data.limits[name]
    return most === undefined ? [] : [[name, most] as [typeof name, number | null]]
  })
  if (!(await quota.setLimits(data.person, set)))
    throw new Problem('not_found', 'There is no user with this id. GET /api/people lists them.')
}
