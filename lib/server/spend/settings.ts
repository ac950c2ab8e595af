import * as z from 'zod/mini'
import { spend } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { Problem } from '@/lib/shared/problem'
import { creditsSchema, priceSchema } from '@/lib/shared/spend/prices'
import type { SpendSettings } from '@/lib/shared/spend/settings'
import { isMonth } from '@/lib/shared/team'
import { type Caller, seesStudio } from './sees-studio'

/** Prices, and the budgets that the caller may see: an owner all, others those that apply to them. */
export async function readSettings(caller: Caller): Promise<SpendSettings> {
  const [prices, budgets] = await Promise.all([
    spend.prices(),
    spend.budgets(seesStudio(caller) ? undefined : caller.id),
  ])
  return { ...prices, budgets }
}

const { shape } = priceSchema
const credits = z.nullable(creditsSchema)
const change = z.strictObject({
  rates: z.optional(shape.rates),
  thousand: z.optional(shape.thousand),
  failed: z.optional(shape.failed),
  budgets: z.optional(
    z.strictObject({
      studio: z.optional(credits),
      everybody: z.optional(credits),
      people: z.optional(z.record(z.string(), credits)),
    }),
  ),
  console: z.optional(z.strictObject({ month: z.string().check(z.refine(isMonth)), credits })),
})

const EXAMPLE =
  '{"rates": [{"model": "seedance-2", "resolution": "720p", "sound": false, "credits": 10}], "thousand": {"amount": 0.1, "currency": "USD"}, "failed": "not_billed", "budgets": {"studio": 100000, "everybody": 20000}, "console": {"month": "2026-11", "credits": 5200}}'

/**
 * Changes what is given and leaves the rest. New prices are for what is written down from now on.
 * @throws Problem invalid_input naming what was wrong; not_found when a budget is for nobody
 */
export async function updateSettings(body: unknown, caller: Caller): Promise<SpendSettings> {
  const { data, error } = change.safeParse(body)
  if (!data) throw wrong(error)
  const { budgets = {}, console, ...given } = data
  const prices = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  if (!(await spend.change(caller.id, { prices, budgets, console })))
    throw new Problem('not_found', 'There is no user with this id. GET /api/people lists them.')
  log().info({ changed: Object.keys(data) }, 'a person changed prices or budgets')
  return readSettings(caller)
}

function wrong({ issues }: z.core.$ZodError): Problem {
  const field = issues[0]?.path.join('.') || 'The body'
  return new Problem(
    'invalid_input',
    `${field} isn’t valid. Send what is to change, for example ${EXAMPLE}. Credits are numbers from 0, a currency is a code of ISO 4217; null removes.`,
  )
}
