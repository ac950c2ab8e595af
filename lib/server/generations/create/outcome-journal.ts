import * as z from 'zod'
import { log } from '@/lib/server/log'
import { dropNote, keepNote } from '@/lib/server/storage'
import type { Outcome, Sent } from './settle'

/** A journal entry: an outcome that the database has not taken yet. */
export const note = z.object({
  generation: z.string(),
  lease: z.string().nullable(),
  outcome: z.object({
    status: z.enum(['pending', 'queued', 'rejected', 'unknown']),
    taskid: z.string().optional(),
    failure_code: z.string().optional(),
    failure_message: z.string().optional(),
    wait: z.number().optional(),
    due_at: z.string().optional(),
  }),
})

/** Writes the journal entry; false when the disk refused it. */
export async function keepInJournal({ id: generation, lease }: Sent, outcome: Outcome): Promise<boolean> {
  try {
    await keepNote({ name: generation, text: JSON.stringify({ generation, lease, outcome }) })
    return true
  } catch (error) {
    log().error({ err: error, generation, taskid: outcome.taskid }, 'writing to the journal failed')
    return false
  }
}

/** Deletes it; what can’t be deleted is settled once more at the next start. */
export const dropFromJournal = (generation: string): Promise<void> =>
  dropNote(generation).catch((error: unknown) =>
    log().warn({ err: error, generation }, 'deleting a journal entry failed: the next start will do it'),
  )
