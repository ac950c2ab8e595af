import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const ROOT = `${import.meta.dirname}/../..`

function start(port: string) {
  const args = ['--import', 'tsx', 'lib/sandbox/main.ts']
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, PORT: port } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return { child, output: () => output }
}

test.for(['SIGINT', 'SIGTERM'] as const)(
  'the sandbox logs its URL in one line and exits cleanly on %s',
  async (signal) => {
    const { child, output } = start('0')
    await expect.poll(output).toMatch(/^.*http:\/\/127\.0\.0\.1:\d+\n$/)
    const url = /http:\S+/.exec(output())?.[0] ?? ''
    expect((await fetch(url)).status).toBe(200)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
  },
)

test('the sandbox refuses to start with an invalid port and explains why', async () => {
  const { child, output } = start('http')
  expect(await once(child, 'close')).toEqual([1, null])
  expect(output()).toMatch(/^PORT is "http", but must be .* Example: PORT=4010\n$/)
})
