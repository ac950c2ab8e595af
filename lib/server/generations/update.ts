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
 * Stars a generation, shares it with the team, resumes one that was given up (`follow`), or sets the taskid that a person found
 * at the provider (enterTaskid), from which it is then followed.
 * @throws Problem invalid_input | not_found | provider_unreachable
 */
export async function update(id: string, body: unknown, user: User): Promise<Generation> {
  const parsedBody = change.safeParse(body)
  if (!parsedBody.success)
    throw new Problem(
      'invalid_input',
      'Send {"starred": true or false}, {"shared": true or false}, {"follow": true} or {"taskid": "…"}, with the task ID as the provider’s console shows it.',
    )
  const updated =
    'follow' in parsedBody.data
      ? await followAgain(id, user.id)
      : 'taskid' in parsedBody.data
        ? await enterTaskid(id, parseTaskid(parsedBody.data.taskid), user)
        : await records.update(
            id,
            (await marker(id, parsedBody.data, user)).id,
            [...STATUSES],
            marks(parsedBody.data),
          )
  if (!updated) throw new Problem('not_found', 'There is no such generation.')
  return toResponse(updated, user)
}

function parseTaskid(text: unknown): string {
  const { data } = taskidSchema.safeParse(text)
  if (data === undefined) throw invalid([{ type: 'taskid_malformed', field: 'taskid' }])
  return data
}

type Marks = { starred: boolean } | { shared: boolean }

const marks = (mark: Marks) =>
  'starred' in mark ? { starred: mark.starred ? 1 : 0 } : { shared: mark.shared ? 1 : 0 }

/** An owner may unshare what a former member left shared, but never share it. */
const marker = async (id: string, mark: Marks, user: User): Promise<User> =>
  'shared' in mark && !mark.shared ? managerOf(id, user) : user
