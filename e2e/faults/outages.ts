import { setTimeout as pause } from 'node:timers/promises'
import { startPostgres } from '@/testing/db/postgres'
import { startProxyTo, type TcpProxy } from '@/testing/db/proxy'
import { nothingHidden, nothingLost, nothingSpilled, nothingTwice } from './check'
import { filmsSafe, oneAtATime } from './check-videos'
import { send } from './client'
import { type Reckoning, reckon } from './reconciliation'
import { type Report, settle } from './run'
import { glance, openScene, otherHabits, type Scene } from './scenario'
import type { Diary } from './submissions'
import { endings, type Row } from './summary'

/** How the database is away, and for how long, in ms; whether the studio is killed meanwhile. */
const OUTAGES = [
  { name: 'away for 5 s', weather: 'refusing', ms: 5_000, kill: false },
  { name: 'away for 30 s', weather: 'refusing', ms: 30_000, kill: false },
  { name: 'silent for 30 s', weather: 'silent', ms: 30_000, kill: false },
  { name: 'away, and killed', weather: 'refusing', ms: 20_000, kill: true },
] as const
type Outage = (typeof OUTAGES)[number]

/** Wishes that are on their way when the database goes, and that come while it is away. */
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
  const scene = await openScene(seed, { DATABASE_URL: url })
  let left: string | null = null
  try {
    await scene.stage.start()
    for (const outage of OUTAGES) {
      say(`database ${outage.name}`)
      await outageRound(scene, proxy, outage)
      await glance(scene)
    }
    say('everything heals')
    const settled = await settle(scene)
    const reckoning = await reckon(scene)
    const checks = [
      settled,
      nothingTwice(scene, reckoning),
      oneAtATime(reckoning),
      nothingLost(scene, reckoning),
      nothingHidden(reckoning),
      await filmsSafe(scene, reckoning),
      // The log has errors here, as it should; the key stands in none of them.
      ...nothingSpilled(scene, reckoning).slice(0, 1),
    ]
    if (checks.some(({ complaints }) => complaints.length > 0)) left = await scene.stage.leave()
    const seconds = Math.round((Date.now() - started) / 1_000)
    return { seed, wishes: scene.diaries.length, seconds, rows: rowsOf(reckoning), checks, left }
  } finally {
    await scene.stage.close()
    await proxy.close()
    await server.stop()
  }
}

const rowsOf = ({ cases }: Reckoning): Row[] =>
  OUTAGES.map(({ name }) => {
    const befell = cases.filter(({ diary }) => diary.trouble === `database ${name}`)
    return { on: 'database', name, times: befell.length, endings: endings(befell) }
  })

/** Some are just being answered when it goes, films of others are being made and saved, and more are asked for. */
async function outageRound(
  scene: Scene,
  proxy: TcpProxy,
  { name, weather, ms, kill }: Outage,
): Promise<void> {
  otherHabits(scene)
  const earlier = wishes(scene, name, BEFORE)
  await Promise.all(earlier.map((diary) => send(scene.stage, diary)))
  const creates = scene.stage.ledger().creates.length
  scene.stage.sandbox.fail({ on: 'create', fault: 'slow', ms: 700, times: BEFORE })
  const underWay = wishes(scene, name, BEFORE)
  const answers = underWay.map((diary) => send(scene.stage, diary))
  while (scene.stage.ledger().creates.length < creates + BEFORE) await pause(5)

  proxy.set(weather)
  const back = Date.now() + ms
  const restarted = kill ? pause(ms / 2).then(() => restart(scene)) : undefined
  const asking: Promise<void>[] = []
  while (Date.now() < back) {
    for (const diary of wishes(scene, name, 1)) asking.push(untilTaken(scene, diary))
    await pause(Math.min(EVERY_MS, Math.max(0, back - Date.now())))
  }
  proxy.set('fine')
  await Promise.all([...answers, ...asking, restarted])
}

/** It comes back while its database is still away, and waits for it. */
async function restart({ stage, kills }: Scene): Promise<void> {
  await stage.kill()
  kills.set('database away', (kills.get('database away') ?? 0) + 1)
  await stage.start()
}

function wishes(scene: Scene, trouble: string, count: number): Diary[] {
  return Array.from({ length: count }, () => {
    const diary = scene.newDiary(`database ${trouble}`, { keyed: true, along: true })
    diary.may = ['accepted']
    return diary
  })
}

const TRIES = 100

/** As somebody does who is told to try again in a moment: the same wish, under the same key, until it is taken. */
async function untilTaken(scene: Scene, diary: Diary): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    await send(scene.stage, diary)
    const answer = diary.answers.at(-1)
    if (answer?.is === 'record' && answer.record.status === 'rejected') refusedUnsent(diary)
    if (answer?.is !== 'problem' || !answer.code.startsWith('database_')) return
    diary.answers.pop() // what it says is true of the call, and not of the wish
    if (answer.status !== 503 || answer.generation !== null)
      scene.surprises.push(`${diary.wish.prompt} was answered ${answer.status} for ${answer.generation}`)
    await pause(1_000)
  }
  throw new Error(`${diary.wish.prompt} was not taken in ${TRIES} tries`)
}

/** The database had kept the wish without saying so: it was never sent, and stands there as refused. */
function refusedUnsent(diary: Diary): void {
  diary.may = ['rejected']
  diary.code = 'database_unavailable'
}
