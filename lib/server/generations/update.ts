import * as z from 'zod'
import { records } from '@/lib/server/db'
import { type Generation, STATUSES } from '@/lib/shared/generation'
import { Problem } from '@/lib/shared/problem'
import { taskidSchema } from '@/lib/shared/taskid-schema'
import type { Person } from '@/lib/shared/user'
import { enterTaskid } from './enter-taskid'
import { followAgain } from './follow-again'
import { invalid } from './invalid-input'
import { keeperOf } from './manageable'
import { present } from './to-response'

const change = z.union([
  z.strictObject({ starred: z.boolean() }),
  z.strictObject({ shared: z.boolean() }),
  z.strictObject({ follow: z.literal(true) }),
  z.strictObject({ taskid: z.unknown() }),
])

/**
 * Stars a generation, shares it with the team, or gives it the taskid that a person found at the provider (enterTaskid): it is
 * followed from then on. `follow` follows again what was given up.
 * @throws Problem invalid_input | not_found | provider_unreachable
 */
export async function amend(id: string, body: unknown, person: Person): Promise<Generation> {
  const wish = change.safeParse(body)
  if (!wish.success)
    throw new Problem(
      'invalid_input',
      'Send {"starred": true or false}, {"shared": true or false}, {"follow": true} or {"taskid": "…"}, with the task ID as the provider’s console shows it.',
    )
  const amended =
    'follow' in wish.data
      ? await followAgain(id, person.id)
      : 'taskid' in wish.data
        ? await enterTaskid(id, parsed(wish.data.taskid), person)
        : await records.update(id, (await marker(id, wish.data, person)).id, [...STATUSES], marks(wish.data))
  if (!amended) throw new Problem('not_found', 'There is no such generation.')
  return present(amended, person)
}

function parsed(text: unknown): string {
  const { data } = taskidSchema.safeParse(text)
  if (data === undefined) throw invalid([{ is: 'taskid_malformed', field: 'taskid' }])
  return data
}

type Marks = { starred: boolean } | { shared: boolean }

const marks = (wish: Marks) =>
  'starred' in wish ? { starred: wish.starred ? 1 : 0 } : { shared: wish.shared ? 1 : 0 }

/** What its maker left behind may be taken out of the team's sight, never put into it. */
const marker = async (id: string, wish: Marks, person: Person): Promise<Person> =>
  'shared' in wish && !wish.shared ? keeperOf(id, person) : person
