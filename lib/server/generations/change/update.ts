import * as z from 'zod'
import { queue, records, type StoredGeneration, tagRecords } from '@/lib/server/db'
import { respond } from '@/lib/server/generations/read/respond'
import { invalid } from '@/lib/server/invalid-input'
import { type Generation, STATUSES } from '@/lib/shared/generation'
import { Problem } from '@/lib/shared/problem'
import { taskidSchema } from '@/lib/shared/taskid-schema'
import type { User } from '@/lib/shared/user'
import { enterTaskid } from './enter-taskid'
import { followAgain } from './follow-again'
import { managerOf } from './manageable'
import { parseTags } from './parse-tags'

/** So many are looked at; fewer are taken (lib/shared/tags.ts). */
const MAX_TAGS = 1_000

const changeSchema = z.union([
  z.strictObject({ starred: z.boolean() }),
  z.strictObject({ shared: z.boolean() }),
  z.strictObject({ tags: z.array(z.string()).max(MAX_TAGS) }),
  z.strictObject({ follow: z.literal(true) }),
  z.strictObject({ position: z.literal(1) }),
  z.strictObject({ taskid: z.unknown() }),
])

/**
 * Stars a generation, shares it with the team, replaces its tags, resumes one that was given up (`follow`), puts a queued one before one’s others
 * (`position`), or sets the taskid that a person found
 * at the provider (enterTaskid), from which it is then followed.
 * @throws Problem invalid_input | not_found | provider_unreachable
 */
export async function update(id: string, body: unknown, user: User): Promise<Generation> {
  const { data: change } = changeSchema.safeParse(body)
  if (!change)
    throw new Problem(
      'invalid_input',
      'Send {"starred": true or false}, {"shared": true or false}, {"tags": ["…"]}, {"follow": true}, {"position": 1} or {"taskid": "…"}, with the task ID as the provider’s console shows it.',
    )
  const updated = await apply(id, change, user)
  if (!updated) throw new Problem('not_found', 'There is no such generation.')
  return respond(updated, user)
}

async function apply(
  id: string,
  change: z.output<typeof changeSchema>,
  user: User,
): Promise<StoredGeneration | undefined> {
  if ('position' in change) return putFirst(id, user)
  if ('follow' in change) return followAgain(id, user.id)
  if ('taskid' in change) return enterTaskid(id, parseTaskid(change.taskid), user)
  if ('tags' in change) return tagRecords.set(id, user.id, tagsOf(change.tags))
  if ('starred' in change) return mark(id, user, { starred: change.starred ? 1 : 0 })
  // An owner may unshare what a former member left shared, but never share it.
  return mark(id, change.shared ? user : await managerOf(id, user), { shared: change.shared ? 1 : 0 })
}

/** Nothing changes where it has been sent already. */
async function putFirst(id: string, { id: user }: User): Promise<StoredGeneration | undefined> {
  await queue.putFirst(id, user)
  return records.find(id, user)
}

const mark = (id: string, { id: user }: User, marks: { starred: number } | { shared: number }) =>
  records.update(id, user, [...STATUSES], marks)

/** @throws Problem invalid_input */
function tagsOf(given: readonly string[]): string[] {
  const { tags, reasons } = parseTags(given, 'tags')
  const [first, ...rest] = reasons
  if (first) throw invalid([first, ...rest])
  return tags
}

function parseTaskid(text: unknown): string {
  const { data } = taskidSchema.safeParse(text)
  if (data === undefined) throw invalid([{ type: 'taskid_malformed', field: 'taskid' }])
  return data
}
