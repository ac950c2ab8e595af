import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const ROOT = `${import.meta.dirname}/../..`

function start(port: string) {
  const args = ['--import', 'tsx', 'lib/sandbox/main.ts']
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, PORT: port } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  return { child, said: () => said }
}

test.for(['SIGINT', 'SIGTERM'] as const)(
  'it says where it is in one line and ends cleanly on %s',
  async (signal) => {
    const { child, said } = start('0')
    await expect.poll(said).toMatch(/^.*http:\/\/127\.0\.0\.1:\d+\n$/)
    const url = /http:\S+/.exec(said())?.[0] ?? ''
    expect((await fetch(url)).status).toBe(200)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
  },
)

test('a wrong port stops it with a sentence', async () => {
  const { child, said } = start('http')
  expect(await once(child, 'close')).toEqual([1, null])
  expect(said()).toMatch(/^PORT is "http", but must be .* Example: PORT=4010\n$/)
})
