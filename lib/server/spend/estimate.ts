import { config } from '@/lib/server/config.js'
import { spend } from '@/lib/server/db'
import { Fault } from '@/lib/server/fault'
import { invalid } from '@/lib/server/invalid-input'
import type { Fields } from '@/lib/shared/models'
import { submissionSchemaFor } from '@/lib/shared/models/schema'
import { reasonOf } from '@/lib/shared/reason'
import { type Estimate, estimate } from '@/lib/shared/spend/estimate'

/** As many as one call can create. */
const MAX_COUNT = 8

/**
 * What a submission with these fields would cost. Takes all of a submission's text fields; those that don't matter, the prompt among
 * them, may be left out.
 * @param query `count`: how many videos, 1 to 8
 * @throws Problem invalid_input naming every wrong field
 */
export async function estimateOf({ count = '1', ...fields }: Record<string, string>): Promise<Estimate> {
  if (!/^\d$/.test(count) || Number(count) < 1 || Number(count) > MAX_COUNT)
    throw invalid([{ type: 'out_of_range', field: 'count', min: 1, max: MAX_COUNT }])
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
  const parsed = submissionSchemaFor(config().TENSORSLAB_MODELS).safeParse(
    { prompt: 'any', ...given } as Fields,
    { reportInput: true },
  )
  if (parsed.success) {
    const { model, settings } = parsed.data
    return estimate({ model, ...settings }, await spend.prices(), Number(count))
  }
  const [first, ...rest] = parsed.error.issues.map(reasonOf)
  if (first) throw invalid([first, ...rest])
  throw new Fault('an estimate was refused without a reason', { cause: parsed.error })
}
