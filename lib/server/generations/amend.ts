import * as z from 'zod'
import { records, type StoredGeneration } from '@/lib/server/store'
import { type Generation, STATUSES } from '@/lib/shared/generation'
import type { Person } from '@/lib/shared/person'
import { Problem } from '@/lib/shared/problem'
import { keeperOf } from './keeper'
import { present } from './present'

const change = z.union([
  z.strictObject({ starred: z.boolean() }),
  z.strictObject({ shared: z.boolean() }),
  z.strictObject({
    taskid: z
      .string()
      .trim()
      .regex(/^[\w.-]{1,200}$/),
  }),
])

/**
 * Stars a generation, shares it with the team, or gives an `unknown` one the taskid that a person found at the provider: it is followed from
 * then on.
 * @throws Problem invalid_input | not_found
 */
export async function amend(id: string, body: unknown, person: Person): Promise<Generation> {
  const wish = change.safeParse(body)
  if (!wish.success)
    throw new Problem(
      'invalid_input',
      'Send {"starred": true or false}, {"shared": true or false} or {"taskid": "…"}, a taskid as the provider shows it.',
    )
  const amended =
    'taskid' in wish.data
      ? await followTask(id, wish.data.taskid, person)
      : await records.update(id, (await marker(id, wish.data, person)).id, [...STATUSES], marks(wish.data))
  if (!amended) throw new Problem('not_found', 'There is no generation at this address.')
  return present(amended, person)
}

type Marks = { starred: boolean } | { shared: boolean }

const marks = (wish: Marks) =>
  'starred' in wish ? { starred: wish.starred ? 1 : 0 } : { shared: wish.shared ? 1 : 0 }

/** What its maker left behind may be taken out of the team's sight, never put into it. */
const marker = async (id: string, wish: Marks, person: Person): Promise<Person> =>
  'shared' in wish && !wish.shared ? keeperOf(id, person) : person

async function followTask(id: string, taskid: string, person: Person): Promise<StoredGeneration | undefined> {
  const found = await records.find(id, person.id)
  if (!found) return undefined
  const holder = await records.withTask(taskid, person.id)
  if (holder === id) return found
  if (holder !== undefined) {
    throw new Problem(
      'invalid_input',
      'Another generation already follows this task. Enter the one that is missing here.',
    )
  }
  const nothingMissing = { lease: null, lease_until: null, failure_code: null, failure_message: null }
  const now = new Date().toISOString()
  const followed = await records.update(id, person.id, ['unknown'], {
    ...nothingMissing,
    status: 'pending',
    taskid,
    due_at: now,
  })
  if (followed) return followed
  throw new Problem(
    'invalid_input',
    `A taskid can be entered only where the answer was lost; this generation is ${found.status}.`,
  )
}
