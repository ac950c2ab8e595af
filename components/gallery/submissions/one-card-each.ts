import { contentOf } from '@/lib/client/draft'
import { type SubmissionEntry, textOf } from '@/lib/client/submissions'
import type { Generation } from '@/lib/shared/generation'
import { belongs, type View } from '@/lib/shared/view'

/** Whether a view shows a submission. It counts as active until its outcome is known. */
export function isShown({ submission, phase }: SubmissionEntry, view: View): boolean {
  const status = phase.type === 'submitting' || view.show === 'making' ? 'submitting' : 'unknown'
  return belongs(view, { status, starred: false, prompt: submission.prompt })
}

/** The server’s record of a submission, if it is among the items. */
function recordOf(entry: SubmissionEntry, items: readonly Generation[]): Generation | undefined {
  const { phase } = entry
  if ('problem' in phase) return items.find(({ id }) => id === phase.problem.generation)
  if (phase.type === 'accepted') return items.find(({ id }) => id === phase.generation.id)
  const text = textOf(entry)
  return items.find((item) => item.createdAt > entry.after && text === textOfRecord(item))
}

/** Null if the record’s settings cannot be read. */
const textOfRecord = ({ model, prompt, settings, images }: Generation): string | null =>
  settings &&
  contentOf(
    { model, prompt, settings },
    images.map(({ id }) => id),
  )

/**
 * Shows one card for a submission and its record. While the request is in flight that is the submission’s, so that it
 * doesn’t move under the pointer; once there is nothing left to wait for it is the record’s, and the submission is
 * `settled`.
 */
export function oneCardEach(entries: readonly SubmissionEntry[], items: readonly Generation[]) {
  const hidden = new Set<Generation>()
  const settled: string[] = []
  for (const entry of entries) {
    const record = recordOf(
      entry,
      items.filter((item) => !hidden.has(item)),
    )
    if (!record) continue
    if (entry.phase.type === 'submitting') hidden.add(record)
    else settled.push(entry.key)
  }
  return {
    entries: entries.filter(({ key }) => !settled.includes(key)),
    items: hidden.size === 0 ? items : items.filter((item) => !hidden.has(item)),
    settled,
  }
}
