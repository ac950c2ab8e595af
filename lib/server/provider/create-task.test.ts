import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod'
import { type FaultOrder, type RunningSandbox, startSandbox } from '@/lib/sandbox'
import type { Submission } from '@/lib/shared/models'
import { submissionSchema } from '@/lib/shared/models/schema'
import type { Problem } from '@/lib/shared/problem'
import { startHttpProxy, withProxies } from '@/testing/outgoing/proxy'
import { createTask, readTask } from './index'

const KEY = 'sk-canary/0123+456789'
let provider: RunningSandbox

beforeAll(async () => {
  provider = await startSandbox({ key: KEY, video: 'tiny' })
  Object.assign(process.env, { TENSORSLAB_API_KEY: KEY, TENSORSLAB_BASE_URL: provider.url })
})
afterEach(async () => {
  provider.sandbox.heal()
  await provider.sandbox.forget()
})
afterAll(() => provider.close())

const submission = (fields: object = {}): Submission =>
  submissionSchema.parse({ prompt: 'A koala waves.', ...fields })

/** The client as loaded by a process with another provider configured. */
async function clientOf(url: string): Promise<typeof createTask> {
  vi.resetModules()
  process.env.TENSORSLAB_BASE_URL = url
  return (await import('./index')).createTask
}

async function failureOf(call: Promise<unknown>): Promise<Problem> {
  return call.then(
    () => expect.fail('the call went through'),
    (error: Problem) => error,
  )
}

test('a model that this version does not know fails with nothing sent, and not as a lost answer', async () => {
  const failure = await failureOf(createTask({ ...submission(), model: 'seedance-0' }, []))
  expect(failure).toMatchObject({ code: 'internal', detail: expect.stringContaining('nothing was sent') })
  expect(provider.sandbox.ledger().creates).toEqual([])
})

test('a create returns the provider’s taskid and sends every field as text under the provider’s names', async () => {
  const { taskid } = await createTask(
    submission({
      ratio: '21:9',
      duration: '15',
      resolution: '480p',
      seed: '-1',
      fps: '30',
      generate_audio: '1',
      return_last_frame: '1',
      websearch: '1',
      execution_expires_after: '3600',
    }),
    [],
  )
  const [task] = provider.sandbox.ledger().tasks
  expect(task).toMatchObject({ taskid, authorization: 'bearer', images: [] })
  expect(task?.fields).toEqual({
    prompt: 'A koala waves.',
    ratio: '21:9',
    duration: '15',
    resolution: '480p',
    seed: '-1',
    fps: '30',
    generate_audio: '1',
    return_last_frame: '1',
    websearch: '1',
    execution_expires_after: '3600',
  })
})

/** A client of a provider that answers every request with this body. */
async function clientTold(body: string): Promise<typeof createTask> {
  const server = createServer((request, response) => request.resume().on('end', () => response.end(body)))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return clientOf(`http://127.0.0.1:${port}`)
}

test.each([
  ['" abcd_1 "', 'abcd_1'],
  ['1234567890', '1234567890'],
  ['123456789012345678901234567890', '123456789012345678901234567890'],
  [`"${'x'.repeat(200)}"`, 'x'.repeat(200)],
  ['"任务/1:2 3"', '任务/1:2 3'],
])('a taskid sent as %s is read as %s', async (text, taskid) => {
  const create = await clientTold(`{"code":1000,"msg":"","data":{"taskid": ${text}}}`)
  expect(await create(submission(), [])).toEqual({ taskid })
})

test.each(['""', '"  "', 'null', '1.5', '{}', `"${'x'.repeat(201)}"`, '"a\\nb"'])(
  'what comes as %s is no taskid: whether there is a task is unclear',
  async (text) => {
    const create = await clientTold(`{"code":1000,"msg":"","data":{"taskid": ${text}}}`)
    expect((await failureOf(create(submission(), []))).code).toBe('provider_unclear')
  },
)

test('a prompt with line breaks, emoji, quotes and a boundary arrives unchanged', async () => {
  const prompt = `First\nsecond\n\n“third” "4" ünd 图片1 😀\n--promptreel-\nContent-Disposition: form-data; name="seed"\n\n7`
  await createTask(submission({ prompt: prompt.replaceAll('\n', '\r\n') }), [])
  expect(provider.sandbox.ledger().tasks[0]?.fields.prompt).toBe(prompt)
})

describe('a failed create has its error code and is sent once', () => {
  const cases: [FaultOrder, string][] = [
    [{ on: 'create', fault: 'drop-before-reading' }, 'provider_unclear'],
    [{ on: 'create', fault: 'drop-after-accepting' }, 'provider_unclear'],
    [{ on: 'create', fault: 'hang' }, 'provider_unclear'],
    [{ on: 'create', fault: 'hang-before-creating' }, 'provider_unclear'],
    [{ on: 'create', fault: 'http-error', status: 500 }, 'provider_unclear'],
    [{ on: 'create', fault: 'http-error', status: 503, created: true }, 'provider_unclear'],
    [{ on: 'create', fault: 'html', status: 200 }, 'provider_unclear'],
    [{ on: 'create', fault: 'html', status: 502 }, 'provider_unclear'],
    [{ on: 'create', fault: 'cut-json' }, 'provider_unclear'],
    [{ on: 'create', fault: 'short-body' }, 'provider_unclear'],
    [{ on: 'create', fault: 'no-taskid', data: 'absent' }, 'provider_unclear'],
    [{ on: 'create', fault: 'no-taskid', data: 'empty', created: true }, 'provider_unclear'],
    [{ on: 'create', fault: 'code-9000' }, 'out_of_credits'],
    [{ on: 'create', fault: 'code-9999', msg: 'the reason' }, 'provider_refused'],
    [{ on: 'create', fault: 'code-9999', msg: 'ServerOverloaded' }, 'provider_busy'],
    [{ on: 'create', fault: 'unauthorized' }, 'provider_refused'],
    [{ on: 'create', fault: 'too-many-requests' }, 'provider_busy'],
    [{ on: 'create', fault: 'too-many-requests', retryAfter: '42' }, 'provider_busy'],
  ]
  test.each(cases)('%o: %s', async (fault, code) => {
    provider.sandbox.fail(fault)
    // A short timeout only where no answer will come: on a busy machine any other may be slow.
    const stalled = fault.fault === 'hang' || fault.fault === 'hang-before-creating'
    const problem = await failureOf(createTask(submission(), [], stalled ? { timeout: 500 } : {}))
    expect(problem).toMatchObject({ name: 'Problem', code })
    await expect.poll(() => provider.sandbox.ledger().creates).toHaveLength(1)
  })

  test('reports the provider’s reason', async () => {
    provider.sandbox.fail({ on: 'create', fault: 'code-9999', msg: 'Input image may contain real person' })
    const problem = await failureOf(createTask(submission(), []))
    expect(problem.detail).toBe('Input image may contain real person')
  })

  test('passes on the provider’s Retry-After', async () => {
    provider.sandbox.fail({ on: 'create', fault: 'too-many-requests', retryAfter: '42' })
    expect((await failureOf(createTask(submission(), []))).details.retryAfter).toBe(42)
  })

  test('counts as created when a taskid comes with HTTP 500', async () => {
    provider.sandbox.fail({ on: 'create', fault: 'success-with-status', status: 500 })
    const { taskid } = await createTask(submission(), [])
    expect(provider.sandbox.ledger().tasks[0]?.taskid).toBe(taskid)
  })

  test('reports provider_unreachable when nobody is listening', async () => {
    const gone = await startSandbox()
    await gone.close()
    const problem = await failureOf((await clientOf(gone.url))(submission(), []))
    expect(problem.code).toBe('provider_unreachable')
  })

  test('reports provider_unreachable when the host name doesn’t exist', async () => {
    const problem = await failureOf((await clientOf('http://provider.invalid'))(submission(), []))
    expect(problem.code).toBe('provider_unreachable')
  })
})

test('the API key is removed from the provider’s messages', async () => {
  const echoes = [KEY, encodeURIComponent(KEY), `Bearer ${KEY}`, Buffer.from(KEY).toString('base64')]
  provider.sandbox.fail({ on: 'create', fault: 'code-9999', msg: `bad keys: ${echoes.join(' ')}` })
  const problem = await failureOf(createTask(submission(), []))
  expect(problem.detail).toMatch(/^bad keys: •••/)
  for (const echo of echoes) expect(JSON.stringify(problem)).not.toContain(echo)
})

test('frames arrive in order, byte for byte, without local file names', async () => {
  const paint = (background: string) =>
    sharp({ create: { width: 400, height: 400, channels: 3, background } })
      .png()
      .toBuffer()
  const images = [await paint('red'), await paint('blue')]
  const frames = images.map((bytes, index) => ({
    name: `image-${index + 1}.png`,
    type: 'image/png',
    bytes: bytes.length,
    stream: () => Readable.from([bytes]),
  }))
  await createTask(submission(), frames)
  expect(provider.sandbox.ledger().tasks[0]?.images).toEqual(
    images.map((bytes, index) => ({
      name: `image-${index + 1}.png`,
      type: 'image/png',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  )
})

describe('through a proxy', () => {
  test('a create is sent once, and a task is read', async () => {
    const proxy = await startHttpProxy()
    onTestFinished(proxy.close)
    withProxies({ HTTP_PROXY: proxy.host })
    const { taskid } = await createTask(submission(), [])
    expect(await readTask(taskid)).toMatchObject({ status: 'pending' })
    expect(proxy.asked.map(({ target }) => target)).toEqual([
      `${provider.url}/v1/video/seedancev2`,
      `${provider.url}/v1/video/infobytaskid`,
    ])
    expect(provider.sandbox.ledger().creates).toHaveLength(1)
  })

  test.each([403, 407, 502])('that refuses the tunnel with %i, nothing was sent', async (refuse) => {
    const proxy = await startHttpProxy({ refuse })
    onTestFinished(proxy.close)
    withProxies({ HTTPS_PROXY: proxy.host })
    const create = await clientOf('https://api.example.com')
    expect(await failureOf(create(submission(), []))).toMatchObject({ code: 'provider_unreachable' })
    expect(proxy.asked).toHaveLength(1)
  })
})
