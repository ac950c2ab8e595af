import * as z from 'zod'
import { records } from '@/lib/server/db'
import { type Generation, STATUSES } from '@/lib/shared/generation'
import { Problem } from '@/lib/shared/problem'
import { taskidSchema } from '@/lib/shared/taskid-schema'
import type { User } from '@/lib/shared/user'
import { enterTaskid } from './enter-taskid'
import { followAgain } from './follow-again'
import { invalid } from './invalid-input'
import { managerOf } from './manageable'
import { toResponse } from './to-response'

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
export async function update(id: string, body: unknown, user: User): Promise<Generation> {
  const submission = change.safeParse(body)
  if (!submission.success)
    throw new Problem(
      'invalid_input',
      'Send {"starred": true or false}, {"shared": true or false}, {"follow": true} or {"taskid": "…"}, with the task ID as the provider’s console shows it.',
    )
  const amended =
    'follow' in submission.data
      ? await followAgain(id, user.id)
      : 'taskid' in submission.data
        ? await enterTaskid(id, parsed(submission.data.taskid), user)
        : await records.update(
            id,
            (await marker(id, submission.data, user)).id,
            [...STATUSES],
            marks(submission.data),
          )
  if (!amended) throw new Problem('not_found', 'There is no such generation.')
  return toResponse(amended, user)
}

function parsed(text: unknown): string {
  const { data } = taskidSchema.safeParse(text)
  if (data === undefined) throw invalid([{ type: 'taskid_malformed', field: 'taskid' }])
  return data
}

type Marks = { starred: boolean } | { shared: boolean }

const marks = (submission: Marks) =>
  'starred' in submission ? { starred: submission.starred ? 1 : 0 } : { shared: submission.shared ? 1 : 0 }

/** What its maker left behind may be taken out of the team's sight, never put into it. */
const marker = async (id: string, submission: Marks, user: User): Promise<User> =>
  'shared' in submission && !submission.shared ? managerOf(id, user) : user
