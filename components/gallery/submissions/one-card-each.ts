import { contentOf } from '@/lib/client/draft'
import { type SubmissionEntry, textOf } from '@/lib/client/submissions'
import type { Generation } from '@/lib/shared/generation'
import { belongs, type View } from '@/lib/shared/view'

/** Whether a view shows a submission, which is being made until it turns out otherwise. */
export function isShown({ submission, phase }: SubmissionEntry, view: View): boolean {
  const status = phase.type === 'submitting' || view.show === 'making' ? 'submitting' : 'unknown'
  return belongs(view, { status, starred: false, prompt: submission.prompt })
}

/** The record that the server keeps of a submission, if it is among those. */
function recordOf(entry: SubmissionEntry, items: readonly Generation[]): Generation | undefined {
  const { phase } = entry
  if ('problem' in phase) return items.find(({ id }) => id === phase.problem.generation)
  if (phase.type === 'accepted') return items.find(({ id }) => id === phase.generation.id)
  const text = textOf(entry)
  return items.find((item) => item.createdAt > entry.after && text === textOfRecord(item))
}

/** Null where the record cannot be read: nobody knows what it was made from. */
const textOfRecord = ({ model, prompt, settings, images }: Generation): string | null =>
  settings &&
  contentOf(
    { model, prompt, settings },
    images.map(({ id }) => id),
  )

/**
 * A submission and its record are one card. While the answer is out the submission stands for both, because its place
 * must not change under the hand; as soon as there is nothing left to wait for, the record does, and the submission is
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
