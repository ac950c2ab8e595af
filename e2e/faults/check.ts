import { stripVTControlCharacters } from 'node:util'
import { CANARY } from '@/e2e/kit'
import { PROBLEMS } from '@/lib/shared/problem'
import type { StudioRecord } from './answers'
import type { Outcome } from './create-faults'
import { type Case, outcomeOf, type Reconciliation } from './reconciliation'
import type { Scenario } from './scenario'
import type { Diary } from './submissions'

/** One invariant: how many items were checked for it, and what was wrong. */
export type Check = { name: string; checked: number; complaints: string[] }

export const about = ({ submission, fault }: Diary): string => `${submission.prompt} (${fault})`

/** At most one task per submission, and one request unless a refusal was retryable and certainly created nothing. */
export function nothingTwice(
  { counts, unreached, retries }: Scenario,
  { cases, ledger }: Reconciliation,
): Check {
  const twice = cases
    .filter(({ tasks }) => tasks.length > 1)
    .map(({ diary, tasks }) => `${about(diary)} has ${tasks.length} tasks`)
  const again = counts
    .filter(({ most, came }) => came > most)
    .map(({ round, most, came }) => `${came} requests came, not ${most} at most, in a round of ${round}`)
  const most = cases.length - unreached + retries
  const tooMany =
    ledger.creates.length > most ? [`${ledger.creates.length} requests for ${most} submissions`] : []
  return {
    name: 'nothing is paid twice',
    checked: cases.length,
    complaints: [...twice, ...again, ...tooMany],
  }
}

/** Every taskid ever shown, and every task that exists, is recorded under its submission. */
export function nothingLost(
  { shown, surprises }: Scenario,
  { cases, ledger, records }: Reconciliation,
): Check {
  const stray = ledger.tasks
    .filter(({ fields }) => !cases.some(({ diary }) => diary.submission.prompt === fields.prompt))
    .map(({ taskid }) => `the task ${taskid} belongs to no submission`)
  const gone = [...shown]
    .filter(([id, taskid]) => records.find((record) => record.id === id)?.taskid !== taskid)
    .map(([id, taskid]) => `the record ${id} no longer has the taskid ${taskid} that it once showed`)
  const complaints = cases.flatMap((one) =>
    [...complaintsAboutRecord(one)].map((why) => `${about(one.diary)} ${why}`),
  )
  return {
    name: 'no taskid is lost',
    checked: cases.length,
    complaints: [...surprises, ...stray, ...gone, ...complaints],
  }
}

function* complaintsAboutRecord({ diary, tasks: [task], records }: Case): Generator<string> {
  const [record] = records
  if (records.length > 1) yield `has ${records.length} records`
  if (task && !record) yield 'has a task and no record: it was sent before it was stored'
  if (record?.taskid && record.taskid !== task?.taskid)
    yield `shows ${record.taskid} instead of ${task?.taskid}`
  for (const answer of diary.answers) {
    const id = answer.type === 'record' ? answer.record.id : answer.generation
    const taskid = answer.type === 'record' ? answer.record.taskid : null
    if (id !== null && id !== record?.id) yield `was answered with the record ${id}, which is not there`
    if (taskid !== null && taskid !== record?.taskid) yield `was answered with ${taskid}, which is not there`
  }
}

/** A lost response ends as unknown, a refusal as rejected, an acceptance as accepted, and the client was told the same. */
export function nothingHidden({ cases }: Reconciliation): Check {
  const complaints = cases.flatMap((one) => {
    const outcome = outcomeOf(one)
    const wrong = one.diary.allowed.includes(outcome)
      ? []
      : [`is ${outcome} (${one.records[0]?.status}), not ${one.diary.allowed.join(' or ')}`]
    return [...wrong, ...complaintsAboutAnswers(one, outcome)].map((why) => `${about(one.diary)} ${why}`)
  })
  return { name: 'every lost response is reported as lost', checked: cases.length, complaints }
}

function* complaintsAboutAnswers({ diary, records: [record] }: Case, outcome: Outcome): Generator<string> {
  for (const answer of diary.answers) {
    if (answer.type === 'problem') {
      if (answer.code !== diary.code) yield `was told ${answer.code}, not ${diary.code}`
      if (answer.status !== statusOf(answer.code)) yield `was told ${answer.code} with HTTP ${answer.status}`
      if (answer.generation === null) yield 'was told of a problem without its record'
    } else if (!answer.replayed && (answer.status !== 201 || answer.record.taskid === null)) {
      yield `was answered ${answer.status} without a taskid`
    } else if (answer.record.taskid !== null && outcome !== 'accepted') {
      yield `was answered with its taskid and is ${outcome} all the same`
    }
  }
  if (record && codeOf(record) !== (diary.found ? null : expectedCode(record, diary))) {
    yield `keeps ${codeOf(record)} as its failure`
  }
}

const statusOf = (code: string): number | undefined =>
  Object.entries(PROBLEMS).find(([name]) => name === code)?.[1].status
const codeOf = ({ status, failure }: StudioRecord): string | null =>
  status === 'failed' ? null : (failure?.code ?? null)
const expectedCode = ({ status }: StudioRecord, { code }: Diary): string | null => {
  if (status === 'unknown') return 'provider_unclear'
  return status === 'rejected' ? code : null
}

/** The API key went nowhere but to the provider, and the log has no unexpected errors. */
export function nothingSpilled({ stage }: Scenario, { ledger }: Reconciliation): Check[] {
  const lines = stripVTControlCharacters(stage.log()).split('\n').filter(Boolean)
  const forms = [CANARY, Buffer.from(CANARY).toString('base64').replace(/=+$/, '')]
  const spilled = lines.filter((line) => forms.some((form) => line.includes(form)))
  const leaks = ledger.leaks.map(({ path }) => `the key was sent to ${path}`)
  const errors = lines.filter((line) => !EXPECTED.some((known) => known.test(line)))
  return [
    { name: 'the API key does not leak', checked: lines.length, complaints: [...spilled, ...leaks] },
    { name: 'the log has no unexpected errors', checked: lines.length, complaints: errors },
  ]
}

/** Log lines that are fine: those below level 50 and Next's startup. No error is expected at all. */
const EXPECTED = [/^\{"level":[1-4]0,/, /^▲ Next\.js/, /^- (Local|Network):/, /^✓ /, /^\s*$/]
