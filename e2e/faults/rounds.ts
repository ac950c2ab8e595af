import { setTimeout as pause } from 'node:timers/promises'
import { RETRYABLE } from '@/lib/shared/retry'
import { send } from './client'
import { type CreateFault, SILENCE } from './create-faults'
import { addFaults, findLost, pollOnce, type Scenario, tasksOf, varyProvider } from './scenario'
import { forgetCreateFaults } from './stage'
import type { Step } from './step'
import type { Diary } from './submissions'

export type Size = {
  /** Maximum number of concurrent submissions. */
  submissions: number
  /** Poll and download faults per task. */
  faultsEach: number
}

/** Concurrent submissions whose creates all meet the same fault. Some are sent twice, as by two tabs. */
export async function faultRound(
  scenario: Scenario,
  { fault, outcome, code }: CreateFault,
  size: Size,
): Promise<void> {
  varyProvider(scenario)
  const batch = Array.from({ length: 1 + scenario.random.below(size.submissions) }, () =>
    scenario.newDiary(fault.fault),
  )
  for (const diary of batch) Object.assign(diary, { allowed: [outcome], code })
  const twins = twinsOf(scenario, batch)
  if (isRetryable(code)) for (const twin of twins) twin.allowed = [outcome, 'accepted']
  await counting(scenario, fault.fault, batch.length, async () => {
    scenario.stage.sandbox.fail({ ...fault, times: batch.length })
    await Promise.all([...batch, ...twins].map((diary) => send(scenario.stage, diary)))
    return retriesOf(twins, code)
  })
  await afterwards(scenario, batch, size)
}

/** A random selection to be sent twice. */
const twinsOf = (scenario: Scenario, batch: Diary[]): Diary[] =>
  batch.filter(({ submission }) => submission.key !== null && scenario.random.in100(20))

const isRetryable = (code: string | null): boolean => code !== null && RETRYABLE.includes(code)

/** How many extra requests are allowed: after a retryable refusal, the same key is sent again. */
const retriesOf = (again: Diary[], code: string | null): number =>
  isRetryable(code) ? again.filter(({ submission }) => submission.key !== null).length : 0

/** Concurrent submissions whose creates succeed; faults come later. */
export async function plainRound(scenario: Scenario, size: Size): Promise<void> {
  varyProvider(scenario)
  const batch = Array.from({ length: size.submissions }, () => scenario.newDiary('none'))
  for (const diary of batch) diary.allowed = ['accepted']
  const twins = twinsOf(scenario, batch)
  await counting(scenario, 'no fault', batch.length, async () => {
    await Promise.all([...batch, ...twins].map((diary) => send(scenario.stage, diary)))
    return 0
  })
  await afterwards(scenario, batch, size)
}

/** Kills the studio at a step of its work, restarts it on the same data, and lets the clients retry. */
export async function killRound(scenario: Scenario, step: Step, size: Size): Promise<void> {
  varyProvider(scenario)
  const length = step.one ? 1 : 1 + scenario.random.below(size.submissions)
  const batch = Array.from({ length }, () => scenario.newDiary(`kill: ${step.name}`, step.needs))
  await counting(scenario, step.name, batch.length, async () => {
    const unfinished = step.play(scenario, batch)
    await unfinished.killWhen
    await scenario.stage.kill()
    scenario.kills.set(step.name, (scenario.kills.get(step.name) ?? 0) + 1)
    if (step.leavesFaults) await forgetCreateFaults(scenario.stage)
    await scenario.stage.start()
    await unfinished.answered()
    return retriesOf(batch, batch[0]?.code ?? null)
  })
  await afterwards(scenario, batch, step.one ? { ...size, faultsEach: 0 } : size)
}

/** Runs the studio without a reachable provider: submissions are rejected with the assurance that nothing was sent. */
export async function awayRound(scenario: Scenario, size: Size): Promise<void> {
  const name = 'at rest'
  await scenario.stage.kill()
  await scenario.stage.start('away')
  const batch = Array.from({ length: size.submissions }, () => scenario.newDiary('connection refused'))
  for (const diary of batch) Object.assign(diary, { allowed: ['rejected'], code: 'provider_unreachable' })
  await counting(scenario, 'connection refused', 0, async () => {
    await Promise.all(batch.map((diary) => send(scenario.stage, diary)))
    return 0
  })
  scenario.unreached += batch.length
  await pause(scenario.random.below(300)) // polls fail, too
  await scenario.stage.kill()
  scenario.kills.set(name, (scenario.kills.get(name) ?? 0) + 2)
  await scenario.stage.start()
}

const PAUSE_MS = 25_000 // less than the stall timeout of a download

/**
 * Work that outlasts the one-minute lease: a video that downloads very slowly, and a provider that never responds.
 */
export async function longRound(scenario: Scenario, size: Size): Promise<void> {
  const slow = scenario.newDiary('none', { sound: true, duration: 15 }) // a larger file
  slow.allowed = ['accepted']
  await counting(scenario, 'no fault', 1, async () => {
    await send(scenario.stage, slow)
    return 0
  })
  for (const { taskid } of tasksOf(scenario, slow)) {
    scenario.stage.sandbox.fail({ on: 'result', fault: 'drip', ms: PAUSE_MS, file: 'video', taskid })
  }
  for (const stalled of SILENCE) await faultRound(scenario, stalled, size)
}

/** Counts a round's create requests. @param play returns how many are allowed beyond one per submission */
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
  addFaults(scenario, batch, faultsEach)
  await pollOnce(scenario)
}
