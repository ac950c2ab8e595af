import type { FaultOrder } from '@/lib/sandbox'
import { allRecords, enterTaskid } from './client'
import { READ, RESULT } from './create-faults'
import { createRandom, type Random } from './random'
import { openStage, type Stage } from './stage'
import { createSubmissions, type Diary, type Needs } from './submissions'

/** Create requests of a round: the most allowed, and those that came. */
type Count = { round: string; most: number; came: number }

/** One run: its tools, and what is recorded for the reconciliation. */
export type Scenario = {
  stage: Stage
  random: Random
  diaries: Diary[]
  counts: Count[]
  /** Kills by step. */
  kills: Map<string, number>
  /** Creates that could not reach the provider. */
  unreached: number
  /** Requests allowed as retries with the same key after retryable refusals. */
  retries: number
  /** Taskids that the studio has shown, by record. */
  shown: Map<string, string>
  /** Descriptions of unexpected responses. */
  surprises: string[]
  newDiary(fault: string, needs?: Needs): Diary
  nextRead: () => (typeof READ)[number]
  nextResult: () => (typeof RESULT)[number]
}

/** @param env additional environment of the studio */
export async function openScenario(seed: number, env: Record<string, string> = {}): Promise<Scenario> {
  const random = createRandom(seed)
  const newSubmission = await createSubmissions(random, seed)
  const diaries: Diary[] = []
  return {
    stage: await openStage(env),
    random,
    diaries,
    counts: [],
    kills: new Map(),
    unreached: 0,
    retries: 0,
    shown: new Map(),
    surprises: [],
    newDiary(fault, needs = {}) {
      const diary: Diary = {
        submission: newSubmission(needs),
        answers: [],
        fault,
        allowed: [],
        code: null,
        found: false,
      }
      diaries.push(diary)
      return diary
    },
    nextRead: random.deck(READ),
    nextResult: random.deck(RESULT),
  }
}

/** The provider's tasks of a submission: never more than one. */
export const tasksOf = ({ stage }: Scenario, { submission }: Diary) =>
  stage.ledger().tasks.filter(({ fields }) => fields.prompt === submission.prompt)

/** Varies the provider's timing and response format within what its contract allows. */
export function varyProvider({ stage, random }: Scenario): void {
  stage.sandbox.set({
    pendingMs: random.pick([0, 100, 250]),
    processingMs: random.pick([0, 150]),
    uploadingMs: random.pick([0, 100]),
    pendingUrl: random.pick(['empty', 'null', 'absent']),
    lastFrame: random.pick(['first', 'second']),
    resultExtensions: random.in100(50),
  })
}

/** Orders poll and download faults for the tasks of these submissions. */
export function addFaults(scenario: Scenario, diaries: Diary[], faultsEach: number): void {
  for (const diary of diaries) {
    for (const { taskid } of tasksOf(scenario, diary)) {
      const faults: FaultOrder[] = []
      for (let fault = 0; fault < faultsEach; fault++) {
        faults.push({ ...scenario.nextRead(), taskid })
        if (faults.some((one) => one.fault === 'task-failed')) break // there will be no video to download
        const file = diary.submission.lastFrame && scenario.random.in100(30) ? 'last-frame' : 'video'
        faults.push({ ...scenario.nextResult(), taskid, file })
      }
      scenario.stage.sandbox.fail(...faults)
    }
  }
}

/** Lists all generations and records the taskids shown. */
export async function pollOnce(scenario: Scenario): Promise<void> {
  for (const { id, taskid } of await allRecords(scenario.stage)) if (taskid) scenario.shown.set(id, taskid)
}

/** Enters the taskid for some of the submissions whose response was lost, as a user who finds it at the provider would. */
export async function findLost(scenario: Scenario, diaries: Diary[], percent: number): Promise<void> {
  const records = await allRecords(scenario.stage, 'limit=100&status=unknown')
  for (const diary of diaries) {
    const record = records.find(({ prompt }) => prompt === diary.submission.prompt)
    const [task] = tasksOf(scenario, diary)
    if (!record || !task || !scenario.random.in100(percent)) continue
    const status = await enterTaskid(scenario.stage, record.id, task.taskid)
    if (status === 200) diary.found = true
    else
      scenario.surprises.push(`${diary.submission.prompt} was answered ${status} when its taskid was entered`)
  }
}
