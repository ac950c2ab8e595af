import { setTimeout as pause } from 'node:timers/promises'
import { RETRYABLE } from '@/lib/shared/retry'
import { send } from './client'
import { type CreateTrouble, SILENCE } from './create-faults'
import { findLost, glance, otherHabits, type Scene, tasksOf, trouble } from './scenario'
import { forgetCreateFaults } from './stage'
import type { Step } from './step'
import type { Diary } from './submissions'

export type Size = {
  /** Wishes at once, at most. */
  wishes: number
  /** Faults of look and download for each task. */
  faultsEach: number
}

/** Several wishes at once, all of whose creates go wrong in the same way. Some are sent twice, as by two tabs. */
export async function faultRound(
  scene: Scene,
  { fault, ends, code }: CreateTrouble,
  size: Size,
): Promise<void> {
  otherHabits(scene)
  const batch = Array.from({ length: 1 + scene.chance.below(size.wishes) }, () => scene.newDiary(fault.fault))
  for (const diary of batch) Object.assign(diary, { may: [ends], code })
  const twins = twinsOf(scene, batch)
  if (isRetryable(code)) for (const twin of twins) twin.may = [ends, 'accepted']
  await counting(scene, fault.fault, batch.length, async () => {
    scene.stage.sandbox.fail({ ...fault, times: batch.length })
    await Promise.all([...batch, ...twins].map((diary) => send(scene.stage, diary)))
    return retriesOf(twins, code)
  })
  await afterwards(scene, batch, size)
}

/** Those that are sent twice. */
const twinsOf = (scene: Scene, batch: Diary[]): Diary[] =>
  batch.filter(({ wish }) => wish.key !== null && scene.chance.in100(20))

const isRetryable = (code: string | null): boolean => code !== null && RETRYABLE.includes(code)

/** How many requests may come beside the first: after a refusal that may pass, the same key tries again. */
const retriesOf = (again: Diary[], code: string | null): number =>
  isRetryable(code) ? again.filter(({ wish }) => wish.key !== null).length : 0

/** Several wishes at once whose creates go well; what goes wrong comes later. */
export async function plainRound(scene: Scene, size: Size): Promise<void> {
  otherHabits(scene)
  const batch = Array.from({ length: size.wishes }, () => scene.newDiary('none'))
  for (const diary of batch) diary.may = ['accepted']
  const twins = twinsOf(scene, batch)
  await counting(scene, 'no fault', batch.length, async () => {
    await Promise.all([...batch, ...twins].map((diary) => send(scene.stage, diary)))
    return 0
  })
  await afterwards(scene, batch, size)
}

/** The studio is killed at a step of its work, comes back over the same data, and the clients ask again. */
export async function killRound(scene: Scene, step: Step, size: Size): Promise<void> {
  otherHabits(scene)
  const length = step.one ? 1 : 1 + scene.chance.below(size.wishes)
  const batch = Array.from({ length }, () => scene.newDiary(`kill: ${step.name}`, step.needs))
  await counting(scene, step.name, batch.length, async () => {
    const unfinished = step.play(scene, batch)
    await unfinished.moment
    await scene.stage.kill()
    scene.kills.set(step.name, (scene.kills.get(step.name) ?? 0) + 1)
    if (step.leavesFaults) await forgetCreateFaults(scene.stage)
    await scene.stage.start()
    await unfinished.answered()
    return retriesOf(batch, batch[0]?.code ?? null)
  })
  await afterwards(scene, batch, step.one ? { ...size, faultsEach: 0 } : size)
}

/** The studio runs where the provider cannot be reached: whoever asks meanwhile is told that nothing was sent. */
export async function awayRound(scene: Scene, size: Size): Promise<void> {
  const name = 'at rest'
  await scene.stage.kill()
  await scene.stage.start('away')
  const batch = Array.from({ length: size.wishes }, () => scene.newDiary('connection refused'))
  for (const diary of batch) Object.assign(diary, { may: ['rejected'], code: 'provider_unreachable' })
  await counting(scene, 'connection refused', 0, async () => {
    await Promise.all(batch.map((diary) => send(scene.stage, diary)))
    return 0
  })
  scene.unreached += batch.length
  await pause(scene.chance.below(300)) // looks miss the provider too
  await scene.stage.kill()
  scene.kills.set(name, (scene.kills.get(name) ?? 0) + 2)
  await scene.stage.start()
}

const PAUSE_MS = 25_000 // less than the silence at which a download is given up

/**
 * What outlasts the minute for which a run of work is believed to live without a sign: a film that comes very slowly,
 * and a provider that never answers.
 */
export async function longRound(scene: Scene, size: Size): Promise<void> {
  const slow = scene.newDiary('none', { sound: true, duration: 15 }) // of more bytes
  slow.may = ['accepted']
  await counting(scene, 'no fault', 1, async () => {
    await send(scene.stage, slow)
    return 0
  })
  for (const { taskid } of tasksOf(scene, slow)) {
    scene.stage.sandbox.fail({ on: 'result', fault: 'drip', ms: PAUSE_MS, file: 'video', taskid })
  }
  for (const silent of SILENCE) await faultRound(scene, silent, size)
}

/** @param play gives how many requests may come beside one for each wish */
async function counting(
  scene: Scene,
  round: string,
  wishes: number,
  play: () => Promise<number>,
): Promise<void> {
  const before = scene.stage.ledger().creates.length
  const retries = await play()
  scene.retries += retries
  const came = scene.stage.ledger().creates.length - before
  scene.counts.push({ round, most: wishes + retries, came })
}

async function afterwards(scene: Scene, batch: Diary[], { faultsEach }: Size): Promise<void> {
  await findLost(scene, batch, 50)
  trouble(scene, batch, faultsEach)
  await glance(scene)
}
