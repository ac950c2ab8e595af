import { contentOf } from '@/lib/client/draft'
import { type SubmissionEntry, textOf } from '@/lib/client/submissions'
import type { Generation } from '@/lib/shared/generation'
import { countOf } from '@/lib/shared/models'
import { variationSeed } from '@/lib/shared/variations'
import { belongs, type View } from '@/lib/shared/view'

/** Whether a view shows a submission. It counts as active until its outcome is known. */
export function isShown({ submission, phase }: SubmissionEntry, view: View): boolean {
  const status = phase.type === 'submitting' || view.show === 'making' ? 'submitting' : 'unknown'
  return belongs(view, { status, starred: false, prompt: submission.prompt })
}

/** The server’s records of a submission among the items. */
function recordsOf(entry: SubmissionEntry, items: readonly Generation[]): readonly Generation[] {
  const { phase, submission } = entry
  if ('problem' in phase) return items.filter(({ id }) => id === phase.problem.generation)
  if (phase.type === 'accepted')
    return items.filter(({ id }) => phase.generations.some((one) => one.id === id))
  const count = countOf(submission)
  const { settings } = submission
  const texts = Array.from({ length: count }, (_, index) =>
    textOf({
      ...entry,
      submission: {
        ...submission,
        count: 1,
        settings: { ...settings, seed: variationSeed(settings.seed, index) },
      },
    }),
  )
  return items
    .filter((item) => item.createdAt > entry.after && texts.includes(textOfRecord(item) ?? ''))
    .slice(0, count)
}

/** Null if the record’s settings cannot be read. */
const textOfRecord = ({ model, prompt, settings, images }: Generation): string | null =>
  settings &&
  contentOf(
    { model, prompt, settings },
    images.map(({ id }) => id),
  )

/**
 * Shows one card for a submission and its record, or as many as it asks for: their records are all written at once. While the
 * request is in flight that is the submission’s, so that it doesn’t move under the pointer; once there is nothing left to wait for
 * it is the record’s, and the submission is `settled`.
 */
export function oneCardEach(entries: readonly SubmissionEntry[], items: readonly Generation[]) {
  const hidden = new Set<Generation>()
  const settled: string[] = []
  for (const entry of entries) {
    const records = recordsOf(
      entry,
      items.filter((item) => !hidden.has(item)),
    )
    if (entry.phase.type === 'submitting') for (const record of records) hidden.add(record)
    else if (records.length > 0) settled.push(entry.key)
  }
  return {
    entries: entries.filter(({ key }) => !settled.includes(key)),
    items: hidden.size === 0 ? items : items.filter((item) => !hidden.has(item)),
    settled,
  }
}
