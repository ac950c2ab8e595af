import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { describeError } from './describe-error'
import { Fault } from './fault'

const PROMPT = 'Zwölf kanarische Quittenvögel'
const ADDRESS = 'https://files.quittenvogel.example/film.mp4?X-Signature=quittenschluessel'
/** Whatever form they come in, a part of them that survives it. */
const PARTS = ['quitte', 'kanarisch', 'zwölf', 'zw%c3%b6lf', '\\u0051\\u0075\\u0069']

const inBase64 = (messages: string): string[] =>
  [0, 1, 2].map((shift) =>
    Buffer.from(' '.repeat(shift) + messages)
      .toString('base64')
      .slice(4, -6),
  )

/** All that the studio writes, on both of its outputs, while it meets what testing/log-spill.ts has in store. */
async function spilled(): Promise<{ out: string; err: string }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=react-server', `testing/log-spill.ts`],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'trace',
        CANARY_PROMPT: PROMPT,
        CANARY_ADDRESS: ADDRESS,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const [out, err, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  expect(status, err).toBe(0)
  return { out, err }
}

test('no form of a prompt or a signed address gets into the log, whatever comes back and whatever is thrown', async () => {
  const { out, err } = await spilled()
  const lines = out.split('\n').filter(Boolean)
  expect(err).toBe('')
  expect(lines.length).toBeGreaterThan(700)
  const forms = [...PARTS, ...inBase64(PROMPT), ...inBase64(ADDRESS)].map((form) => form.toLowerCase())
  const bad = lines.filter((line) => forms.some((form) => line.toLowerCase().includes(form)))
  expect(bad).toEqual([])
  // What helps whoever reads it is there all the same.
  expect(out).toContain('"generation":"the-last-one"')
  expect(out).toContain('"status":502,"kind":"json"')
  expect(out).toContain('"code":"23505"')
  expect(out).toContain('"code":"ECONNREFUSED"')
  expect(out).toMatch(/"stack":"at [^"]*log-spill\.ts/)
})

test('our own faults say what they are about, and so do their causes', () => {
  const cause = Object.assign(new Error('open /secret'), { code: 'ENOENT', syscall: 'open' })
  expect(describeError(new Fault('the file of image 01X is gone', { cause }))).toMatchObject({
    type: 'Fault',
    said: 'the file of image 01X is gone',
    cause: { type: 'Error', code: 'ENOENT', syscall: 'open' },
  })
})
