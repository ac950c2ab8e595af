import { setTimeout as pause } from 'node:timers/promises'
import { type Check, nothingHidden, nothingLost, nothingSpilled, nothingTwice } from './check'
import { oneAtATime, videosSafe } from './check-videos'
import { allRecords } from './client'
import { CREATE } from './create-faults'
import { diskFull } from './disk-full'
import { reconcile } from './reconciliation'
import { awayRound, faultRound, killRound, longRound, plainRound, type Size } from './rounds'
import { openScenario, type Scenario } from './scenario'
import { STEPS_OF_CREATE } from './steps-of-create'
import { STEPS_OF_SAVE } from './steps-of-save'
import { everythingTried, type Row, summary } from './summary'

const ACTIVE = 'limit=100&status=active'
const SETTLE_MS = 900_000 // generous: reached only when something hangs

/** Extent of a run. */
export type Form = Size & {
  /** Rounds per create fault, and per step at which the studio is killed. */
  faultRounds: number
  killRounds: number
  /** Rounds whose creates succeed. */
  plainRounds: number
  /** Rounds without a reachable provider. */
  awayRounds: number
  /** Whether to include two minutes of work that outlasts a lease. */
  long: boolean
  /** Minimum counts for the run to be valid; `ofEach` fault and step. */
  least: { faults: number; kills: number; ofEach: number }
}

export type Report = {
  seed: number
  submissions: number
  seconds: number
  rows: Row[]
  checks: Check[]
  /** Folder with the studio's data and log, kept when a check fails; null when all pass. */
  left: string | null
}

/**
 * Injects faults and kills the studio in an order that the seed decides, removes all faults, then reconciles the
 * provider's ledger with the studio's records.
 * @throws Error when the studio does not start, respond or finish at all
 */
export async function runFaults(seed: number, form: Form, log: (text: string) => void): Promise<Report> {
  const started = Date.now()
  const scenario = await openScenario(seed)
  let left: string | null = null
  try {
    await scenario.stage.start()
    const rounds = roundsOf(scenario, form)
    for (const [index, round] of rounds.entries()) {
      if (index % 25 === 0) log(`round ${index} of ${rounds.length}`)
      await round()
    }
    if (form.long) await longRound(scenario, form)
    log('everything heals')
    const settled = await settle(scenario)
    const reconciliation = await reconcile(scenario)
    const rows = summary(scenario, reconciliation)
    const checks = [
      settled,
      nothingTwice(scenario, reconciliation),
      oneAtATime(reconciliation),
      nothingLost(scenario, reconciliation),
      nothingHidden(reconciliation),
      await videosSafe(scenario, reconciliation),
      ...nothingSpilled(scenario, reconciliation),
      everythingTried(rows, form.least),
      ...(form.long ? [await diskFull()] : []),
    ]
    const seconds = Math.round((Date.now() - started) / 1_000)
    if (checks.some(({ complaints }) => complaints.length > 0)) left = await scenario.stage.leave()
    return { seed, submissions: scenario.diaries.length, seconds, rows, checks, left }
  } finally {
    await scenario.stage.close()
  }
}

function roundsOf(scenario: Scenario, form: Form): (() => Promise<void>)[] {
  const repeat = <T>(list: T[], times: number): T[] => Array.from({ length: times }, () => list).flat()
  return scenario.random.shuffled([
    ...repeat(CREATE, form.faultRounds).map((fault) => () => faultRound(scenario, fault, form)),
    ...repeat([...STEPS_OF_CREATE, ...STEPS_OF_SAVE], form.killRounds).map(
      (step) => () => killRound(scenario, step, form),
    ),
    ...Array.from({ length: form.plainRounds }, () => () => plainRound(scenario, form)),
    ...Array.from({ length: form.awayRounds }, () => () => awayRound(scenario, form)),
  ])
}

/** Removes all faults and waits until nothing is in progress. Complains about what doesn't end within 15 minutes. */
export async function settle({ stage, diaries }: Scenario): Promise<Check> {
  stage.sandbox.heal()
  const end = Date.now() + SETTLE_MS
  let active = await allRecords(stage, ACTIVE)
  while (active.length > 0 && Date.now() < end) {
    await pause(100)
    active = await allRecords(stage, ACTIVE)
  }
  const complaints = active.map(({ id, prompt, status }) => `${prompt} (${id}) is still ${status}`)
  return { name: 'everything comes to an end', checked: diaries.length, complaints }
}
