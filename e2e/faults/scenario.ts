import type { FaultOrder } from '@/lib/sandbox'
import { allRecords, enterTaskid } from './client'
import { READ, RESULT } from './create-faults'
import { createRandom, type Random } from './random'
import { openStage, type Stage } from './stage'
import { createSubmissions, type Diary, type Needs } from './submissions'

/** How many create requests a round may have caused at the provider. */
type Count = { round: string; most: number; came: number }

/** One run: what it plays with, and what is remembered of it for the reckoning. */
export type Scenario = {
  stage: Stage
  random: Random
  diaries: Diary[]
  counts: Count[]
  /** Kills by step. */
  kills: Map<string, number>
  /** Creates that met no provider at all. */
  unreached: number
  /** Requests that may have come again under a key, after refusals that may pass. */
  retries: number
  /** Taskids that the studio has shown, by record. */
  shown: Map<string, string>
  /** What went otherwise on the way, in words. */
  surprises: string[]
  newDiary(fault: string, needs?: Needs): Diary
  nextRead: () => (typeof READ)[number]
  nextResult: () => (typeof RESULT)[number]
}

/** @param env what the studio is told besides */
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
        may: [],
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

/** The provider's tasks of a submission. Any but one, or none, is what must never be. */
export const tasksOf = ({ stage }: Scenario, { submission }: Diary) =>
  stage.ledger().tasks.filter(({ fields }) => fields.prompt === submission.prompt)

/** Lets the provider keep other times and habits from now on, within what its contract leaves open. */
export function otherHabits({ stage, random }: Scenario): void {
  stage.sandbox.set({
    pendingMs: random.pick([0, 100, 250]),
    processingMs: random.pick([0, 150]),
    uploadingMs: random.pick([0, 100]),
    pendingUrl: random.pick(['empty', 'null', 'absent']),
    lastFrame: random.pick(['first', 'second']),
    resultExtensions: random.in100(50),
  })
}

/** Puts faults in the way of the tasks that these submissions have brought about: of their looks, then of their downloads. */
export function fault(scenario: Scenario, diaries: Diary[], faultsEach: number): void {
  for (const diary of diaries) {
    for (const { taskid } of tasksOf(scenario, diary)) {
      const faults: FaultOrder[] = []
      for (let fault = 0; fault < faultsEach; fault++) {
        faults.push({ ...scenario.nextRead(), taskid })
        if (faults.some((one) => one.fault === 'task-failed')) break // there will be no video to be fetched
        const file = diary.submission.lastFrame && scenario.random.in100(30) ? 'last-frame' : 'video'
        faults.push({ ...scenario.nextResult(), taskid, file })
      }
      scenario.stage.sandbox.fail(...faults)
    }
  }
}

/** Looks at the gallery as a person does, and remembers which taskids it shows. */
export async function pollOnce(scenario: Scenario): Promise<void> {
  for (const { id, taskid } of await allRecords(scenario.stage)) if (taskid) scenario.shown.set(id, taskid)
}

/** Enters, for some of those whose answer was lost, the taskid that a person finds at the provider. */
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
