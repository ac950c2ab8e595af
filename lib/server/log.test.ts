import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { describeError } from './describe-error'
import { Fault } from './fault'

const PROMPT = 'Zwölf kanarische Quittenvögel'
const ADDRESS = 'https://files.quittenvogel.example/film.mp4?X-Signature=quittenschluessel'
/** Fragments that survive any encoding of the two above. */
const PARTS = ['quitte', 'kanarisch', 'zwölf', 'zw%c3%b6lf', '\\u0051\\u0075\\u0069']

const inBase64 = (plain: string): string[] =>
  [0, 1, 2].map((shift) =>
    Buffer.from(' '.repeat(shift) + plain)
      .toString('base64')
      .slice(4, -6),
  )

/** Everything that the server writes to stdout and stderr while it runs through testing/log-spill.ts. */
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

test('no prompt or signed address reaches the log in any form, whatever is returned or thrown', async () => {
  const { out, err } = await spilled()
  const lines = out.split('\n').filter(Boolean)
  expect(err).toBe('')
  expect(lines.length).toBeGreaterThan(700)
  const forms = [...PARTS, ...inBase64(PROMPT), ...inBase64(ADDRESS)].map((form) => form.toLowerCase())
  const bad = lines.filter((line) => forms.some((form) => line.toLowerCase().includes(form)))
  expect(bad).toEqual([])
  // Useful facts are still logged.
  expect(out).toContain('"generation":"the-last-one"')
  expect(out).toContain('"status":502,"kind":"json"')
  expect(out).toContain('"code":"23505"')
  expect(out).toContain('"code":"ECONNREFUSED"')
  expect(out).toMatch(/"stack":"at [^"]*log-spill\.ts/)
})

test('our own faults and their causes are logged with their text', () => {
  const cause = Object.assign(new Error('open /secret'), { code: 'ENOENT', syscall: 'open' })
  expect(describeError(new Fault('the file of image 01X is gone', { cause }))).toMatchObject({
    type: 'Fault',
    said: 'the file of image 01X is gone',
    cause: { type: 'Error', code: 'ENOENT', syscall: 'open' },
  })
})
