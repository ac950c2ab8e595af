// Run by log.test.ts as a separate process: feeds the server malformed responses and errors that carry a prompt and a
// signed URL, and logs every outcome.
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseError } from 'pg'
import { request } from 'undici'
import * as z from 'zod'
import { create } from '@/lib/server/generations'
import { handle } from '@/lib/server/http'
import { log } from '@/lib/server/log'
import { deleteTask, readTask } from '@/lib/server/provider'
import { quietConsole } from '@/lib/server/quiet-console'
import { fetchResult, parseHosts } from '@/lib/server/results'

const PROMPT = z.string().parse(process.env.CANARY_PROMPT)
const ADDRESS = z.string().parse(process.env.CANARY_ADDRESS)
const both = `${PROMPT} ${ADDRESS}`
const escaped = [...both].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const data = { prompt: PROMPT, url: [ADDRESS], imageurl: ADDRESS }

type Reply = { status: number; body: string; headers?: Record<string, string> }

/** Malformed responses, each with the prompt and the URL in another encoding. */
const REPLIES: Reply[] = [200, 302, 400, 404, 410, 422, 429, 500, 502].flatMap((status) => [
  { status, body: JSON.stringify({ code: 9999, msg: both, data }) },
  { status, body: JSON.stringify({ code: 9000, msg: both }) },
  { status, body: JSON.stringify({ code: 1000, msg: both, data: { ...data, task_status: both } }) },
  { status, body: JSON.stringify({ code: both, msg: both, data: [data] }) },
  { status, body: JSON.stringify(data).slice(0, -2) },
  { status, body: `<!doctype html><title>${PROMPT}</title><a href="${ADDRESS}">${both}</a>` },
  { status, body: encodeURIComponent(both) },
  { status, body: `{"msg":"${escaped}"` },
  { status, body: `{"code":9999,"msg":"${escaped}"}` },
  { status, body: Buffer.from(both).toString('base64') },
  { status, body: both, headers: { 'content-type': `text/plain; x="${both}"`, location: ADDRESS } },
])

let reply: Reply = { status: 500, body: '' }
const server = createServer((asked, response) => {
  asked.resume()
  response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(reply.body)
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = z.object({ port: z.number() }).parse(server.address())
const folder = await mkdtemp(join(tmpdir(), 'promptreel-spill-'))
Object.assign(process.env, {
  TENSORSLAB_API_KEY: 'k',
  TENSORSLAB_BASE_URL: `http://127.0.0.1:${port}`,
  DATA_DIR: folder,
  LIMIT_PER_DAY: 'none',
})
quietConsole()

const post = handle(async () =>
  Response.json(await create([{ name: 'prompt', value: PROMPT }], null, { id: 'local' })),
)
/** Logs the error of a call that must fail, in both ways of passing an error. */
async function logOutcome(call: Promise<unknown>): Promise<void> {
  const error = await call.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  log().warn({ err: error, other: error instanceof Object ? error : null }, 'a call failed')
  console.error('⨯', error)
}

for (reply of REPLIES) {
  await post(new Request('http://127.0.0.1:3000/api/generations', { method: 'POST' }), {
    params: Promise.resolve({}),
  })
  await logOutcome(readTask('task-1'))
  await logOutcome(deleteTask('task-1'))
  const hosts = parseHosts(`127.0.0.1:${port}`)
  await logOutcome(
    fetchResult(`http://127.0.0.1:${port}/${encodeURIComponent(both)}`, `${folder}/x`, { hosts }),
  )
}
await logOutcome(fetchResult(ADDRESS, `${folder}/x`, { hosts: parseHosts('files.example.com') }))
await logOutcome(fetchResult(`nonsense:${both}`, `${folder}/x`, { hosts: parseHosts('files.example.com') }))

const refusedByDatabase = Object.assign(new DatabaseError(`invalid input: ${both}`, 9, 'error'), {
  code: '23505',
  detail: `Key (prompt)=(${both}) already exists.`,
  where: both,
  internalQuery: both,
  table: 'generations',
  constraint: both,
  parameters: [both],
})
const unexpected: unknown[] = [
  refusedByDatabase,
  new Error(both, { cause: new TypeError(both, { cause: refusedByDatabase }) }),
  new AggregateError([new Error(both), refusedByDatabase], both),
  new Error(`one line\n    at ${both} (/place.js:1:1)`),
  Object.assign(new Error('x'), {
    name: both,
    code: both,
    syscall: both,
    path: both,
    input: both,
    url: ADDRESS,
  }),
  both,
  data,
  [both],
  z.object({ code: z.literal('a') }).safeParse({ code: both, [both]: both }, { reportInput: true }).error,
  new Response(both),
]
for (const error of unexpected) await logOutcome(Promise.reject(error))
await logOutcome((async () => JSON.parse(both))())
await logOutcome((async () => request(both))())
await logOutcome(request(`http://127.0.0.1:1/${encodeURIComponent(both)}`))
await logOutcome((async () => new URL(both))())
console.warn(both, data)
log().error({ err: new RangeError('known'), generation: 'the-last-one' }, 'the end')

server.closeAllConnections()
server.close()
await rm(folder, { recursive: true })
