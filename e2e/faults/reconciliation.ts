import type { Ledger } from '@/lib/sandbox'
import type { Status } from '@/lib/shared/generation'
import type { StudioRecord } from './answers'
import { allRecords } from './client'
import type { Outcome } from './create-faults'
import type { Scenario } from './scenario'
import type { Diary } from './submissions'

/** What was asked, what the provider has, and what the studio holds of one submission. */
export type Case = { diary: Diary; tasks: Ledger['tasks']; records: StudioRecord[] }

/** Where a submission has ended. `found`: completed after a person entered its taskid. */
export type FinalState = Status | 'found' | 'nothing'

/** Everything set side by side. */
export type Reconciliation = { cases: Case[]; ledger: Ledger; records: StudioRecord[] }

/** Reads the provider's ledger and the studio's store, all pages of it. */
export async function reckon({ stage, diaries }: Scenario): Promise<Reconciliation> {
  const ledger = stage.ledger()
  const records = await allRecords(stage)
  const cases = diaries.map((diary) => ({
    diary,
    tasks: ledger.tasks.filter(({ fields }) => fields.prompt === diary.submission.prompt),
    records: records.filter(({ prompt }) => prompt === diary.submission.prompt),
  }))
  return { cases, ledger, records }
}

/** How the create of a submission has ended, whatever came of its task later. */
export function outcomeOf({ diary, records: [record] }: Case): Outcome {
  if (!record) return 'nothing'
  if (diary.found || record.status === 'unknown') return 'unknown'
  return record.status === 'rejected' ? 'rejected' : 'accepted'
}

export function finalStateOf({ diary, records: [record] }: Case): FinalState {
  if (!record) return 'nothing'
  return diary.found && record.status === 'completed' ? 'found' : record.status
}
