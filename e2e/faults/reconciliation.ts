import type { Ledger } from '@/lib/sandbox'
import type { Status } from '@/lib/shared/generation'
import type { StudioRecord } from './answers'
import { allRecords } from './client'
import type { Outcome } from './create-faults'
import type { Scenario } from './scenario'
import type { Diary } from './submissions'

/** One submission with the provider's tasks and the studio's records of it. */
export type Case = { diary: Diary; tasks: Ledger['tasks']; records: StudioRecord[] }

/** How a submission ended. `found`: completed after its taskid was entered by hand. */
export type FinalState = Status | 'found' | 'nothing'

/** All cases, with the provider's ledger and the studio's records. */
export type Reconciliation = { cases: Case[]; ledger: Ledger; records: StudioRecord[] }

/** Matches the provider's ledger and all of the studio's records with the submissions. */
export async function reconcile({ stage, diaries }: Scenario): Promise<Reconciliation> {
  const ledger = stage.ledger()
  const records = await allRecords(stage)
  const cases = diaries.map((diary) => ({
    diary,
    tasks: ledger.tasks.filter(({ fields }) => fields.prompt === diary.submission.prompt),
    records: records.filter(({ prompt }) => prompt === diary.submission.prompt),
  }))
  return { cases, ledger, records }
}

/** How a submission's create ended, whatever became of its task later. */
export function outcomeOf({ diary, records: [record] }: Case): Outcome {
  if (!record) return 'nothing'
  if (diary.found || record.status === 'unknown') return 'unknown'
  return record.status === 'rejected' ? 'rejected' : 'accepted'
}

export function finalStateOf({ diary, records: [record] }: Case): FinalState {
  if (!record) return 'nothing'
  return diary.found && record.status === 'completed' ? 'found' : record.status
}
