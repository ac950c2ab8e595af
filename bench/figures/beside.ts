import { join } from 'node:path'
import {
  beside,
  bigPhoto,
  type Figure,
  fill,
  onScenario,
  openTeam,
  post,
  type Scenario,
  SEARCH_WORDS,
  submission,
  type Team,
} from '@/bench/kit'
import { startPostgres } from '@/testing/db/postgres'

const AIM = 3 // factor
const SHOWN = 24
const RECORDS = 20_000

type Call = () => Promise<number>
type Target = { url: string; team: Team; folder: string }

const statusOf = async (answer: Promise<Response>): Promise<number> => {
  const { status, body } = await answer
  for await (const _ of body ?? []) {
    // read to the end, as a browser does
  }
  return status
}

/** The p95 of a member's list of 24 under load, compared with that on an idle server. */
async function figureOf(
  what: string,
  rounds: number,
  scenario: Scenario,
  burstOf: (target: Target) => Promise<Call[]>,
  database = '',
) {
  const data = join(scenario.folder, database === '' ? 'data' : 'data-beside-postgres')
  fill(data, RECORDS, { database })
  const there = await scenario.provider()
  const here = await scenario.team(there.url, { DATA_DIR: data, DATABASE_URL: database })
  const team = await openTeam(here)
  for (let n = 0; n < SHOWN; n++) await post(`${here.url}/api/generations`, submission([]), team.member)
  const burst = await burstOf({ url: here.url, team, folder: scenario.folder })
  const list: Call = () => statusOf(fetch(`${here.url}/api/generations`, { headers: team.member }))

  const [ours, baseline]: [number[], number[]] = [[], []]
  const answers = new Map<number, number>()
  for (let round = -1; round < rounds; round++) {
    const seen = await beside(list, burst)
    if (round < 0) continue // warm-up
    ours.push(seen.loaded)
    baseline.push(seen.quiet)
    for (const [status, count] of seen.answers) answers.set(status, (answers.get(status) ?? 0) + count)
  }
  await here.stop()
  await there.stop()
  return {
    figure: 'A list, 95 of 100',
    aim: AIM,
    unit: 'ms' as const,
    ours,
    baseline,
    note: `${what} (${summaryOf(answers)})`,
  }
}

const summaryOf = (answers: Map<number, number>): string =>
  [...answers]
    .toSorted(([one], [other]) => one - other)
    .map(([status, count]) => `${count} × ${status === 0 ? 'no answer' : status}`)
    .join(', ')

const STRANGERS = 64

/** Calls by strangers that could each cost a password hash: sign-in, invitation, setup. */
async function signingIn({ url }: Target): Promise<Call[]> {
  let count = 0
  const ask = (path: string, body: object) =>
    statusOf(
      fetch(`${url}/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify(body),
      }),
    )
  const ways: Call[] = [
    () => ask('sign-in', { email: `nobody-${count++}@example.com`, password: 'four words not known' }),
    () =>
      ask('join', {
        code: `invented-code-${count++}`.padEnd(32, 'x'),
        name: 'Eve',
        password: 'four words not known',
      }),
    () => {
      const code = 'ABCDE-FGHJK-MNPQR-STVWX'
      const email = `nobody-${count++}@example.com`
      return ask('setup', { code, name: 'Eve', email, password: 'four words not known' })
    },
  ]
  return Array.from({ length: STRANGERS }, (_, n) => ways[n % ways.length]).filter((way) => way !== undefined)
}

export const strangers: Figure = {
  name: 'strangers',
  measure: (rounds) =>
    onScenario(async (scenario) => [
      await figureOf('beside 64 strangers signing in', rounds, scenario, signingIn),
    ]),
}

const SEARCHES = 24

/** Searches by a user with 20,000 records: many short words, a few common ones, and one in no prompt. */
async function searching({ url, team }: Target): Promise<Call[]> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const queries = [
    letters.join(' '),
    letters.map((letter) => `${letter}${letter}`).join(' '),
    `${SEARCH_WORDS.common} e a o s t ${SEARCH_WORDS.rare.slice(2)} xyl`,
    Array.from({ length: 200 }, (_, n) => letters[n % letters.length]?.repeat(1 + (n % 3))).join(' '),
  ]
  return Array.from({ length: SEARCHES }, (_, n) => () => {
    const query = new URLSearchParams({ q: queries[n % queries.length] ?? '', limit: '100' })
    return statusOf(fetch(`${url}/api/generations?${query}`, { headers: team.owner }))
  })
}

export const searches: Figure = {
  name: 'searches',
  measure: (rounds) =>
    onScenario(async (scenario) => {
      const what = 'beside 24 long searches'
      const sqlite = await figureOf(`${what}, SQLite`, rounds, scenario, searching)
      const postgres = await startPostgres()
      try {
        const database = await postgres.createDatabase('studio')
        return [sqlite, await figureOf(`${what}, PostgreSQL`, rounds, scenario, searching, database)]
      } finally {
        await postgres.stop()
      }
    }),
}

const IMAGES = 12
const MAX_ROUNDS = 3 // each is 36 photos of 10 MB

async function uploading({ url, team, folder }: Target): Promise<Call[]> {
  const photo = await bigPhoto(join(folder, 'photo.jpg'))
  return Array.from({ length: IMAGES }, () => () => {
    const headers = { ...team.owner, 'content-type': photo.type }
    return statusOf(fetch(`${url}/api/images`, { method: 'POST', headers, body: photo }))
  })
}

export const images: Figure = {
  name: 'images',
  measure: (rounds) =>
    onScenario(async (scenario) => [
      await figureOf('beside 12 photos of 10 MB', Math.min(rounds, MAX_ROUNDS), scenario, uploading),
    ]),
}
