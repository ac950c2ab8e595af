import { setTimeout as pause } from 'node:timers/promises'
import { startPostgres } from '@/testing/db/postgres'
import { startProxyTo, type TcpProxy } from '@/testing/db/proxy'
import { nothingHidden, nothingLost, nothingSpilled, nothingTwice } from './check'
import { oneAtATime, videosSafe } from './check-videos'
import { send } from './client'
import { type Reconciliation, reconcile } from './reconciliation'
import { type Report, settle } from './run'
import { openScenario, pollOnce, type Scenario, varyProvider } from './scenario'
import type { Diary } from './submissions'
import { finalStates, type Row } from './summary'

/** How the database is unreachable, for how long (ms), and whether the studio is killed meanwhile. */
const OUTAGES = [
  { name: 'away for 5 s', weather: 'refusing', ms: 5_000, kill: false },
  { name: 'away for 30 s', weather: 'refusing', ms: 30_000, kill: false },
  { name: 'silent for 30 s', weather: 'silent', ms: 30_000, kill: false },
  { name: 'away, and killed', weather: 'refusing', ms: 20_000, kill: true },
] as const
type Outage = (typeof OUTAGES)[number]

/** Submissions in flight when the outage starts, and the interval of those during it. */
const BEFORE = 6
const EVERY_MS = 1_500

/**
 * Makes the database unreachable while submissions, polls and saves go on, then reconciles the provider's ledger with the
 * records.
 * @throws Error when the studio does not start, respond or finish at all
 */
export async function runOutages(seed: number, log: (text: string) => void): Promise<Report> {
  const started = Date.now()
  const server = await startPostgres()
  const { proxy, url } = await startProxyTo(await server.createDatabase('studio'))
  const scenario = await openScenario(seed, { DATABASE_URL: url })
  let left: string | null = null
  try {
    await scenario.stage.start()
    for (const outage of OUTAGES) {
      log(`database ${outage.name}`)
      await outageRound(scenario, proxy, outage)
      await pollOnce(scenario)
    }
    log('everything heals')
    const settled = await settle(scenario)
    const reconciliation = await reconcile(scenario)
    const checks = [
      settled,
      nothingTwice(scenario, reconciliation),
      oneAtATime(reconciliation),
      nothingLost(scenario, reconciliation),
      nothingHidden(reconciliation),
      await videosSafe(scenario, reconciliation),
      // The log rightly has errors here; only the check for the API key applies.
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
    const affected = cases.filter(({ diary }) => diary.fault === `database ${name}`)
    return { on: 'database', name, times: affected.length, finalStates: finalStates(affected) }
  })

/** Starts an outage while some submissions await their response and others' videos are made and saved; more follow. */
async function outageRound(
  scenario: Scenario,
  proxy: TcpProxy,
  { name, weather, ms, kill }: Outage,
): Promise<void> {
  varyProvider(scenario)
  const earlier = submissions(scenario, name, BEFORE)
  await Promise.all(earlier.map((diary) => send(scenario.stage, diary)))
  const creates = scenario.stage.ledger().creates.length
  scenario.stage.sandbox.fail({ on: 'create', fault: 'slow', ms: 700, times: BEFORE })
  const inFlight = submissions(scenario, name, BEFORE)
  const answers = inFlight.map((diary) => send(scenario.stage, diary))
  while (scenario.stage.ledger().creates.length < creates + BEFORE) await pause(5)

  proxy.set(weather)
  const back = Date.now() + ms
  const restarted = kill ? pause(ms / 2).then(() => restart(scenario)) : undefined
  const retried: Promise<void>[] = []
  while (Date.now() < back) {
    for (const diary of submissions(scenario, name, 1)) retried.push(retryUntilAccepted(scenario, diary))
    await pause(Math.min(EVERY_MS, Math.max(0, back - Date.now())))
  }
  proxy.set('fine')
  await Promise.all([...answers, ...retried, restarted])
}

/** Kills the studio and starts it while the database is still unreachable. */
async function restart({ stage, kills }: Scenario): Promise<void> {
  await stage.kill()
  kills.set('database away', (kills.get('database away') ?? 0) + 1)
  await stage.start()
}

function submissions(scenario: Scenario, fault: string, count: number): Diary[] {
  return Array.from({ length: count }, () => {
    const diary = scenario.newDiary(`database ${fault}`, { keyed: true, along: true })
    diary.allowed = ['accepted']
    return diary
  })
}

const MAX_TRIES = 100

/** Retries the same submission with the same key, as a user told to try again would, until it is accepted. */
async function retryUntilAccepted(scenario: Scenario, diary: Diary): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    await send(scenario.stage, diary)
    const answer = diary.answers.at(-1)
    if (answer?.type === 'record' && answer.record.status === 'rejected') expectRejected(diary)
    if (answer?.type !== 'problem' || !answer.code.startsWith('database_')) return
    diary.answers.pop() // it describes the call, not the submission
    if (answer.status !== 503 || answer.generation !== null)
      scenario.surprises.push(
        `${diary.submission.prompt} was answered ${answer.status} for ${answer.generation}`,
      )
    await pause(1_000)
  }
  throw new Error(`${diary.submission.prompt} was not taken in ${MAX_TRIES} tries`)
}

/** The database stored the submission but the confirmation was lost: it was never sent and is recorded as rejected. */
function expectRejected(diary: Diary): void {
  diary.allowed = ['rejected']
  diary.code = 'database_unavailable'
}
