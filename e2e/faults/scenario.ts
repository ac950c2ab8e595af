import type { FaultOrder } from '@/lib/sandbox'
import { allRecords, enterTaskid } from './client'
import { READ, RESULT } from './create-faults'
import { type Chance, createChance } from './random'
import { openStage, type Stage } from './stage'
import { createWishes, type Diary, type Needs } from './submissions'

/** How many create requests a round may have caused at the provider. */
type Count = { round: string; most: number; came: number }

/** One run: what it plays with, and what is remembered of it for the reckoning. */
export type Scene = {
  stage: Stage
  chance: Chance
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
  newDiary(trouble: string, needs?: Needs): Diary
  nextRead: () => (typeof READ)[number]
  nextResult: () => (typeof RESULT)[number]
}

/** @param env what the studio is told besides */
export async function openScene(seed: number, env: Record<string, string> = {}): Promise<Scene> {
  const chance = createChance(seed)
  const newWish = await createWishes(chance, seed)
  const diaries: Diary[] = []
  return {
    stage: await openStage(env),
    chance,
    diaries,
    counts: [],
    kills: new Map(),
    unreached: 0,
    retries: 0,
    shown: new Map(),
    surprises: [],
    newDiary(trouble, needs = {}) {
      const diary: Diary = { wish: newWish(needs), answers: [], trouble, may: [], code: null, found: false }
      diaries.push(diary)
      return diary
    },
    nextRead: chance.deck(READ),
    nextResult: chance.deck(RESULT),
  }
}

/** The provider's tasks of a wish. Any but one, or none, is what must never be. */
export const tasksOf = ({ stage }: Scene, { wish }: Diary) =>
  stage.ledger().tasks.filter(({ fields }) => fields.prompt === wish.prompt)

/** Lets the provider keep other times and habits from now on, within what its contract leaves open. */
export function otherHabits({ stage, chance }: Scene): void {
  stage.sandbox.set({
    pendingMs: chance.pick([0, 100, 250]),
    processingMs: chance.pick([0, 150]),
    uploadingMs: chance.pick([0, 100]),
    pendingUrl: chance.pick(['empty', 'null', 'absent']),
    lastFrame: chance.pick(['first', 'second']),
    resultEndings: chance.in100(50),
  })
}

/** Puts faults in the way of the tasks that these wishes have brought about: of their looks, then of their downloads. */
export function trouble(scene: Scene, diaries: Diary[], faultsEach: number): void {
  for (const diary of diaries) {
    for (const { taskid } of tasksOf(scene, diary)) {
      const faults: FaultOrder[] = []
      for (let fault = 0; fault < faultsEach; fault++) {
        faults.push({ ...scene.nextRead(), taskid })
        if (faults.some((one) => one.fault === 'task-failed')) break // there will be no film to be fetched
        const file = diary.wish.lastFrame && scene.chance.in100(30) ? 'last-frame' : 'video'
        faults.push({ ...scene.nextResult(), taskid, file })
      }
      scene.stage.sandbox.fail(...faults)
    }
  }
}

/** Looks at the gallery as a person does, and remembers which taskids it shows. */
export async function glance(scene: Scene): Promise<void> {
  for (const { id, taskid } of await allRecords(scene.stage)) if (taskid) scene.shown.set(id, taskid)
}

/** Enters, for some of those whose answer was lost, the taskid that a person finds at the provider. */
export async function findLost(scene: Scene, diaries: Diary[], percent: number): Promise<void> {
  const records = await allRecords(scene.stage, 'limit=100&status=unknown')
  for (const diary of diaries) {
    const record = records.find(({ prompt }) => prompt === diary.wish.prompt)
    const [task] = tasksOf(scene, diary)
    if (!record || !task || !scene.chance.in100(percent)) continue
    const status = await enterTaskid(scene.stage, record.id, task.taskid)
    if (status === 200) diary.found = true
    else scene.surprises.push(`${diary.wish.prompt} was answered ${status} when its taskid was entered`)
  }
}
