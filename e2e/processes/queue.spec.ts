import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { Client } from 'pg'
import * as z from 'zod'
import { CANARY, freePort, PASSWORD, type Running, setupCode, startStudio } from '@/e2e/kit'
import { type RunningSandbox, startSandbox } from '@/lib/sandbox'
import { STATUSES } from '@/lib/shared/generation'
import { startPostgres } from '@/testing/db/postgres'

const PEOPLE = ['ann', 'ben', 'cat'] as const
/** `LONG=1` makes more of it, for minutes. */
const [EACH, KILLS] = process.env.LONG === '1' ? [14, 10] : [6, 3]
const BETWEEN_KILLS_MS = 2_000
const PARALLEL = 2

const record = z.object({
  id: z.string(),
  status: z.enum(STATUSES),
  prompt: z.string(),
  taskid: z.string().nullable(),
})
const page = z.object({ items: z.array(record), nextCursor: z.string().nullable() })
const linked = z.object({ link: z.string() })
const made = z.object({ token: z.string() })

/** Two servers that share a database, a folder and a provider. Either may be killed, and is started again at its port. */
class Pair {
  #servers: Running[] = []
  #ports: number[] = []
  constructor(
    readonly env: Record<string, string>,
    readonly folder: string,
  ) {}

  async start(): Promise<void> {
    this.#ports = [await freePort(), await freePort()]
    // One after the other: the setup code of the last is the one that counts.
    for (const port of this.#ports) this.#servers.push(await this.#startAt(port))
  }
  #startAt(port: number): Promise<Running> {
    const env = { ...this.env, PUBLIC_URL: this.origin, PORT: `${port}` }
    return startStudio(env, this.folder)
  }
  /** The address that people know; the other server is reached as if through a proxy. */
  get origin(): string {
    return `http://127.0.0.1:${this.#ports[0]}`
  }
  log = () => this.#servers.at(-1)?.log() ?? ''
  async kill(index: number): Promise<void> {
    await this.#servers[index]?.stop()
    this.#servers[index] = await this.#startAt(this.#ports[index] ?? 0)
  }
  stop = () => Promise.all(this.#servers.map((server) => server.stop()))

  /** Calls whichever server answers. */
  async call(method: string, path: string, headers: Record<string, string>, body?: FormData | object) {
    for (let tries = 0; ; tries++) {
      try {
        return await this.#callAt(this.#ports[tries % 2] ?? 0, method, path, headers, body)
      } catch (error) {
        if (!(error instanceof TypeError)) throw error // what fetch throws where nobody listens
        await pause(50)
      }
    }
  }
  async #callAt(
    port: number,
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: FormData | object,
  ) {
    const json = body !== undefined && !(body instanceof FormData)
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: {
        host: new URL(this.origin).host,
        origin: this.origin,
        ...(json && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: json ? JSON.stringify(body) : (body as FormData) }),
    })
    const text = await answer.text()
    return { status: answer.status, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', text }
  }
}

type Headers = Record<string, string>

/** An owner and two members, each with a token. */
async function createPeople(pair: Pair): Promise<Headers[]> {
  const owner = { name: 'ann', email: 'ann@example.com', password: PASSWORD }
  const setup = await pair.call('POST', '/api/auth/setup', {}, { ...owner, code: setupCode(pair) })
  const cookies = [setup.cookie]
  for (const name of PEOPLE.slice(1)) {
    const email = `${name}@example.com`
    const { text } = await pair.call('POST', '/api/invitations', { cookie: setup.cookie }, { email })
    const code = linked.parse(JSON.parse(text)).link.split('/').at(-1)
    cookies.push((await pair.call('POST', '/api/auth/join', {}, { code, name, password: PASSWORD })).cookie)
  }
  const people: Headers[] = []
  for (const cookie of cookies) {
    const { text } = await pair.call('POST', '/api/tokens', { cookie }, { name: 'Nightly' })
    people.push({ authorization: `Bearer ${made.parse(JSON.parse(text)).token}` })
  }
  return people
}

async function recordsOf(pair: Pair, headers: Headers) {
  const { text } = await pair.call('GET', '/api/generations?limit=100', headers)
  return page.parse(JSON.parse(text)).items
}

/** What a person does about lost answers: the console says whether there is a task. */
async function clear(pair: Pair, headers: Headers, { sandbox }: RunningSandbox): Promise<number> {
  let open = 0
  for (const { id, status, prompt } of await recordsOf(pair, headers)) {
    if (status !== 'completed') open++
    if (status !== 'unknown') continue
    const task = sandbox.ledger().tasks.find(({ fields }) => fields.prompt === prompt)
    if (task) await pair.call('PATCH', `/api/generations/${id}`, headers, { taskid: task.taskid })
    else {
      await pair.call('DELETE', `/api/generations/${id}`, headers)
      await submit(pair, headers, prompt, `${prompt} anew ${id}`)
    }
  }
  return open
}

const submit = (pair: Pair, headers: Headers, prompt: string, key: string) => {
  const form = new FormData()
  form.set('prompt', prompt)
  form.set('resolution', '480p')
  return pair.call('POST', '/api/generations', { ...headers, 'idempotency-key': key }, form)
}

/** By how many videos the one served most was ever ahead of the one served least. */
function lead(prompts: string[]): number {
  const served = new Map<string, number>(PEOPLE.map((person) => [person, 0]))
  let most = 0
  for (const prompt of prompts) {
    const [person = ''] = prompt.split(' ')
    served.set(person, (served.get(person) ?? 0) + 1)
    most = Math.max(most, Math.max(...served.values()) - Math.min(...served.values()))
  }
  return most
}

/** Lets go of what a killed server held, which would otherwise take a minute. A live one notices that it lost it. */
async function expireLeases(database: string): Promise<void> {
  const client = new Client({ connectionString: database })
  await client.connect()
  await client.query('update generations set lease_until = $1 where lease is not null', [
    new Date(0).toISOString(),
  ])
  await client.end()
}

test('with two slots, three people’s submissions are each made once and in turn, however often servers are killed', async () => {
  const provider = await startSandbox({
    key: CANARY,
    video: 'tiny',
    settings: { pendingMs: 200, processingMs: 400, uploadingMs: 200 },
  })
  provider.sandbox.fail({ on: 'create', fault: 'slow', ms: 300, times: 'always' })
  const postgres = await startPostgres()
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-queue-'))
  const database = await postgres.createDatabase('studio')
  const pair = new Pair(
    {
      DATABASE_URL: database,
      TENSORSLAB_BASE_URL: provider.url,
      TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
      TENSORSLAB_PARALLEL_TASKS: `${PARALLEL}`,
      LIMIT_PER_MINUTE: 'none',
      LIMIT_AT_ONCE: 'none',
      POLL_INTERVAL_MS: '300',
      LOG_LEVEL: 'warn',
      AUTH_SECRET: 'a secret that is only for the tests of this studio',
    },
    folder,
  )
  await pair.start()
  try {
    const people = await createPeople(pair)
    const prompts = people.map((_, person) =>
      Array.from({ length: EACH }, (_, n) => `${PEOPLE[person]} ${n}`),
    )
    const all = people.flatMap((headers, person) =>
      (prompts[person] ?? []).map((prompt) => () => submit(pair, headers, prompt, prompt)),
    )
    for (const { status, text } of await Promise.all(all.map((send) => send())))
      expect([200, 201, 202, 504], text).toContain(status)

    for (let kill = 0; kill < KILLS; kill++) {
      await pause(BETWEEN_KILLS_MS)
      await pair.kill(kill % 2)
      await expireLeases(database)
    }
    await expect
      .poll(async () => {
        const open = await Promise.all(people.map((headers) => clear(pair, headers, provider)))
        return open.reduce((sum, count) => sum + count, 0)
      })
      .toBe(0)

    const { tasks, peak } = provider.sandbox.ledger()
    expect(peak).toBeLessThanOrEqual(PARALLEL)
    expect(tasks.map(({ fields }) => fields.prompt).toSorted()).toEqual(prompts.flat().toSorted())
    // Nobody is left behind. A kill may cost a turn, whose video is sent anew at the end of the line.
    const order = tasks.slice(0, tasks.length / 2).map(({ fields }) => fields.prompt ?? '')
    expect(lead(order)).toBeLessThanOrEqual(2 + KILLS)
    for (const [person, headers] of people.entries()) {
      const records = await recordsOf(pair, headers)
      expect(records.map(({ prompt }) => prompt).toSorted()).toEqual((prompts[person] ?? []).toSorted())
    }
  } finally {
    await pair.stop()
    await postgres.stop()
    await provider.close()
    await rm(folder, { recursive: true, force: true })
  }
})
