import { setTimeout as pause } from 'node:timers/promises'
import { startPostgres } from '@/testing/db/postgres'
import { startProxyTo, type TcpProxy } from '@/testing/db/proxy'
import { nothingHidden, nothingLost, nothingSpilled, nothingTwice } from './check'
import { oneAtATime, videosSafe } from './check-videos'
import { send } from './client'
import { type Reconciliation, reckon } from './reconciliation'
import { type Report, settle } from './run'
import { openScenario, otherHabits, pollOnce, type Scenario } from './scenario'
import type { Diary } from './submissions'
import { finalStates, type Row } from './summary'

/** How the database is away, and for how long, in ms; whether the studio is killed meanwhile. */
const OUTAGES = [
  { name: 'away for 5 s', weather: 'refusing', ms: 5_000, kill: false },
  { name: 'away for 30 s', weather: 'refusing', ms: 30_000, kill: false },
  { name: 'silent for 30 s', weather: 'silent', ms: 30_000, kill: false },
  { name: 'away, and killed', weather: 'refusing', ms: 20_000, kill: true },
] as const
type Outage = (typeof OUTAGES)[number]

/** Submissions that are on their way when the database goes, and that come while it is away. */
const BEFORE = 6
const EVERY_MS = 1_500

/**
 * Takes the database away while submissions, polls and saves go on, and sets the provider's ledger against the records.
 * @throws Error when something does not come about at all
 */
export async function runOutages(seed: number, say: (text: string) => void): Promise<Report> {
  const started = Date.now()
  const server = await startPostgres()
  const { proxy, url } = await startProxyTo(await server.createDatabase('studio'))
  const scenario = await openScenario(seed, { DATABASE_URL: url })
  let left: string | null = null
  try {
    await scenario.stage.start()
    for (const outage of OUTAGES) {
      say(`database ${outage.name}`)
      await outageRound(scenario, proxy, outage)
      await pollOnce(scenario)
    }
    say('everything heals')
    const settled = await settle(scenario)
    const reconciliation = await reckon(scenario)
    const checks = [
      settled,
      nothingTwice(scenario, reconciliation),
      oneAtATime(reconciliation),
      nothingLost(scenario, reconciliation),
      nothingHidden(reconciliation),
      await videosSafe(scenario, reconciliation),
      // The log has errors here, as it should; the key stands in none of them.
      ...nothingSpilled(scenario, reconciliation).slice(0, 1),
    ]
    if (checks.some(({ complaints }) => complaints.length > 0)) left = await scenario.stage.leave()
    const seconds = Math.round((Date.now() - started) / 1_000)
    return { seed, submissions: scenario.diaries.length, seconds, rows: rowsOf(reconciliation), checks, left }
  } finally {
    await scenario.stage.close()
    await proxy.close()
    await server.stop()
  }
}

const rowsOf = ({ cases }: Reconciliation): Row[] =>
  OUTAGES.map(({ name }) => {
    const befell = cases.filter(({ diary }) => diary.fault === `database ${name}`)
    return { on: 'database', name, times: befell.length, finalStates: finalStates(befell) }
  })

/** Some are just being answered when it goes, videos of others are being made and saved, and more are asked for. */
async function outageRound(
  scenario: Scenario,
  proxy: TcpProxy,
  { name, weather, ms, kill }: Outage,
): Promise<void> {
  otherHabits(scenario)
  const earlier = submissions(scenario, name, BEFORE)
  await Promise.all(earlier.map((diary) => send(scenario.stage, diary)))
  const creates = scenario.stage.ledger().creates.length
  scenario.stage.sandbox.fail({ on: 'create', fault: 'slow', ms: 700, times: BEFORE })
  const underWay = submissions(scenario, name, BEFORE)
  const answers = underWay.map((diary) => send(scenario.stage, diary))
  while (scenario.stage.ledger().creates.length < creates + BEFORE) await pause(5)

  proxy.set(weather)
  const back = Date.now() + ms
  const restarted = kill ? pause(ms / 2).then(() => restart(scenario)) : undefined
  const confirm: Promise<void>[] = []
  while (Date.now() < back) {
    for (const diary of submissions(scenario, name, 1)) confirm.push(untilTaken(scenario, diary))
    await pause(Math.min(EVERY_MS, Math.max(0, back - Date.now())))
  }
  proxy.set('fine')
  await Promise.all([...answers, ...confirm, restarted])
}

/** It comes back while its database is still away, and waits for it. */
async function restart({ stage, kills }: Scenario): Promise<void> {
  await stage.kill()
  kills.set('database away', (kills.get('database away') ?? 0) + 1)
  await stage.start()
}

function submissions(scenario: Scenario, fault: string, count: number): Diary[] {
  return Array.from({ length: count }, () => {
    const diary = scenario.newDiary(`database ${fault}`, { keyed: true, along: true })
    diary.may = ['accepted']
    return diary
  })
}

const TRIES = 100

/** As somebody does who is told to try again in a moment: the same submission, under the same key, until it is taken. */
async function untilTaken(scenario: Scenario, diary: Diary): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    await send(scenario.stage, diary)
    const answer = diary.answers.at(-1)
    if (answer?.type === 'record' && answer.record.status === 'rejected') refusedUnsent(diary)
    if (answer?.type !== 'problem' || !answer.code.startsWith('database_')) return
    diary.answers.pop() // what it says is true of the call, and not of the submission
    if (answer.status !== 503 || answer.generation !== null)
      scenario.surprises.push(
        `${diary.submission.prompt} was answered ${answer.status} for ${answer.generation}`,
      )
    await pause(1_000)
  }
  throw new Error(`${diary.submission.prompt} was not taken in ${TRIES} tries`)
}

/** The database had kept the submission without saying so: it was never sent, and stands there as refused. */
function refusedUnsent(diary: Diary): void {
  diary.may = ['rejected']
  diary.code = 'database_unavailable'
}
