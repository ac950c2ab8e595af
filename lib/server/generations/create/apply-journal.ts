import type * as z from 'zod'
import { ownerOf } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { type Note, readNotes } from '@/lib/server/storage'
import { parseJson } from '@/lib/shared/parse-json'
import { dropFromJournal, note } from './outcome-journal'
import { isFinal, settle, TAKEN, TaskTaken } from './settle'

/**
 * Stores the outcomes that an earlier run or another process left in the journal. Idempotent.
 * @throws Problem when the database still refuses them; the entries stay
 */
export async function applyJournal(): Promise<void> {
  for (const kept of await readNotes()) await applyNote(kept)
}

async function applyNote({ name, text }: Note): Promise<void> {
  const read = note.safeParse(parseJson(text))
  if (!read.success) log().error({ note: name }, 'deleted an unreadable journal entry')
  else await applyOutcome(read.data)
  await dropFromJournal(name)
}

async function applyOutcome({ generation: id, lease, outcome }: z.output<typeof note>): Promise<void> {
  const user = await ownerOf(id)
  const about = { generation: id, taskid: outcome.taskid }
  if (user === undefined) {
    log().warn(about, 'the journal names a generation that no longer exists')
    return
  }
  try {
    await settle({ id, person: user, lease }, outcome)
    log().info(about, 'saved an outcome from the journal')
  } catch (error) {
    if (!isFinal(error)) throw error
    if (error instanceof TaskTaken) return applyOutcome({ generation: id, lease, outcome: TAKEN })
    log().warn({ ...about, err: error }, 'the journal names a generation that already has another outcome')
  }
}
