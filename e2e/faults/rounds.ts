import { setTimeout as pause } from 'node:timers/promises'
import { RETRYABLE } from '@/lib/shared/retry'
import { send } from './client'
import { type CreateFault, SILENCE } from './create-faults'
import { fault, findLost, otherHabits, pollOnce, type Scenario, tasksOf } from './scenario'
import { forgetCreateFaults } from './stage'
import type { Step } from './step'
import type { Diary } from './submissions'

export type Size = {
  /** Submissions at once, at most. */
  submissions: number
  /** Faults of look and download for each task. */
  faultsEach: number
}

/** Several submissions at once, all of whose creates go wrong in the same way. Some are sent twice, as by two tabs. */
export async function faultRound(
  scenario: Scenario,
  { fault, ends, code }: CreateFault,
  size: Size,
): Promise<void> {
  otherHabits(scenario)
  const batch = Array.from({ length: 1 + scenario.random.below(size.submissions) }, () =>
    scenario.newDiary(fault.fault),
  )
  for (const diary of batch) Object.assign(diary, { may: [ends], code })
  const twins = twinsOf(scenario, batch)
  if (isRetryable(code)) for (const twin of twins) twin.may = [ends, 'accepted']
  await counting(scenario, fault.fault, batch.length, async () => {
    scenario.stage.sandbox.fail({ ...fault, times: batch.length })
    await Promise.all([...batch, ...twins].map((diary) => send(scenario.stage, diary)))
    return retriesOf(twins, code)
  })
  await afterwards(scenario, batch, size)
}

/** Those that are sent twice. */
const twinsOf = (scenario: Scenario, batch: Diary[]): Diary[] =>
  batch.filter(({ submission }) => submission.key !== null && scenario.random.in100(20))

const isRetryable = (code: string | null): boolean => code !== null && RETRYABLE.includes(code)

/** How many requests may come beside the first: after a refusal that may pass, the same key tries again. */
const retriesOf = (again: Diary[], code: string | null): number =>
  isRetryable(code) ? again.filter(({ submission }) => submission.key !== null).length : 0

/** Several submissions at once whose creates go well; what goes wrong comes later. */
export async function plainRound(scenario: Scenario, size: Size): Promise<void> {
  otherHabits(scenario)
  const batch = Array.from({ length: size.submissions }, () => scenario.newDiary('none'))
  for (const diary of batch) diary.may = ['accepted']
  const twins = twinsOf(scenario, batch)
  await counting(scenario, 'no fault', batch.length, async () => {
    await Promise.all([...batch, ...twins].map((diary) => send(scenario.stage, diary)))
    return 0
  })
  await afterwards(scenario, batch, size)
}

/** The studio is killed at a step of its work, comes back over the same data, and the clients ask again. */
export async function killRound(scenario: Scenario, step: Step, size: Size): Promise<void> {
  otherHabits(scenario)
  const length = step.one ? 1 : 1 + scenario.random.below(size.submissions)
  const batch = Array.from({ length }, () => scenario.newDiary(`kill: ${step.name}`, step.needs))
  await counting(scenario, step.name, batch.length, async () => {
    const unfinished = step.play(scenario, batch)
    await unfinished.moment
    await scenario.stage.kill()
    scenario.kills.set(step.name, (scenario.kills.get(step.name) ?? 0) + 1)
    if (step.leavesFaults) await forgetCreateFaults(scenario.stage)
    await scenario.stage.start()
    await unfinished.answered()
    return retriesOf(batch, batch[0]?.code ?? null)
  })
  await afterwards(scenario, batch, step.one ? { ...size, faultsEach: 0 } : size)
}

/** The studio runs where the provider cannot be reached: whoever asks meanwhile is told that nothing was sent. */
export async function awayRound(scenario: Scenario, size: Size): Promise<void> {
  const name = 'at rest'
  await scenario.stage.kill()
  await scenario.stage.start('away')
  const batch = Array.from({ length: size.submissions }, () => scenario.newDiary('connection refused'))
  for (const diary of batch) Object.assign(diary, { may: ['rejected'], code: 'provider_unreachable' })
  await counting(scenario, 'connection refused', 0, async () => {
    await Promise.all(batch.map((diary) => send(scenario.stage, diary)))
    return 0
  })
  scenario.unreached += batch.length
  await pause(scenario.random.below(300)) // looks miss the provider too
  await scenario.stage.kill()
  scenario.kills.set(name, (scenario.kills.get(name) ?? 0) + 2)
  await scenario.stage.start()
}

const PAUSE_MS = 25_000 // less than the silence at which a download is given up

/**
 * What outlasts the minute for which a run of work is believed to live without a sign: a video that comes very slowly,
 * and a provider that never answers.
 */
export async function longRound(scenario: Scenario, size: Size): Promise<void> {
  const slow = scenario.newDiary('none', { sound: true, duration: 15 }) // of more bytes
  slow.may = ['accepted']
  await counting(scenario, 'no fault', 1, async () => {
    await send(scenario.stage, slow)
    return 0
  })
  for (const { taskid } of tasksOf(scenario, slow)) {
    scenario.stage.sandbox.fail({ on: 'result', fault: 'drip', ms: PAUSE_MS, file: 'video', taskid })
  }
  for (const stalled of SILENCE) await faultRound(scenario, stalled, size)
}

/** @param play gives how many requests may come beside one for each submission */
async function counting(
  scenario: Scenario,
  round: string,
  submissions: number,
  play: () => Promise<number>,
): Promise<void> {
  const before = scenario.stage.ledger().creates.length
  const retries = await play()
  scenario.retries += retries
  const came = scenario.stage.ledger().creates.length - before
  scenario.counts.push({ round, most: submissions + retries, came })
}

async function afterwards(scenario: Scenario, batch: Diary[], { faultsEach }: Size): Promise<void> {
  await findLost(scenario, batch, 50)
  fault(scenario, batch, faultsEach)
  await pollOnce(scenario)
}
