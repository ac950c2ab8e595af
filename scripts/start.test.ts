import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { whyNotListening } from './listening.mjs'

const ROOT = join(import.meta.dirname, '..')
const STUDIO = ['scripts/studio.mjs']
const WITH_SANDBOX = ['--import', 'tsx', 'scripts/with-sandbox.ts', 'node', ...STUDIO]

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'promptreel-start-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : expect.fail('no port')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : expect.fail('no port')
}

/** Runs a start that must fail. `said` is what it wrote to standard error, `printed` what to standard output. */
async function end(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TENSORSLAB_API_KEY: 'k', FORCE_COLOR: undefined, NO_COLOR: '1', ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [[code], said, printed] = await Promise.all([
    once(child, 'exit'),
    text(child.stderr),
    text(child.stdout),
  ])
  return { code, said, printed }
}

const usual = async () => ({
  PORT: `${await freePort()}`,
  SANDBOX_PORT: `${await freePort()}`,
  DATA_DIR: join(folder(), 'data'),
})

const TEAM = { AUTH_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://studio.example.com' }

const WRONG: [string, () => Promise<Record<string, string>>, RegExp][] = [
  [
    'a port in use',
    async () => ({ PORT: `${await takenPort()}` }),
    /^Port \d+ is already in use\. Stop the program that uses it, or set another one, for example PORT=\d+\.\n$/,
  ],
  ['a port that is none', async () => ({ PORT: '70000' }), /^PORT must be a port from 1 to 65535.*\n$/],
  [
    'a HOST that is no address',
    async () => ({ HOST: '127.0.0.999' }),
    /^HOST is 127\.0\.0\.999, (a name that has no address|which is not an address of this machine)\. .*\n$/,
  ],
  [
    'a HOST of another machine',
    async () => ({ ...TEAM, HOST: '203.0.113.7' }),
    /^HOST is 203\.0\.113\.7, which is not an address of this machine\. .*HOST=127\.0\.0\.1\.\n$/,
  ],
  [
    'a file in place of DATA_DIR',
    async () => {
      const DATA_DIR = join(folder(), 'data')
      writeFileSync(DATA_DIR, '')
      return { DATA_DIR }
    },
    /^Promptreel can’t write to DATA_DIR, .*Make it writable.*\n$/,
  ],
  [
    'a file in place of a folder of DATA_DIR',
    async () => {
      const DATA_DIR = folder()
      writeFileSync(join(DATA_DIR, 'files'), '', { mode: 0o777 })
      return { DATA_DIR }
    },
    /^Promptreel can’t write to DATA_DIR, .*files is not a folder.*\n$/,
  ],
  [
    'a link to nowhere in place of a folder of DATA_DIR',
    async () => {
      const DATA_DIR = folder()
      symlinkSync(join(DATA_DIR, 'unmounted'), join(DATA_DIR, 'tmp'))
      return { DATA_DIR }
    },
    /^Promptreel can’t write to DATA_DIR, .*ENOENT.*\n$/,
  ],
  [
    'a DATABASE_URL of something else',
    async () => ({ DATABASE_URL: 'mysql://127.0.0.1/studio' }),
    /^DATABASE_URL must be the address of a PostgreSQL database, for example .*\n$/,
  ],
]

describe.each(['start', 'dev', 'demo'])('%s with', (mode) => {
  test.each(WRONG)('%s ends with one sentence, before anything is built', async (_, prepare, sentence) => {
    const { code, said, printed } = await end([...STUDIO, mode], { ...(await usual()), ...(await prepare()) })
    expect(said).toMatch(sentence)
    expect(printed).toBe('')
    expect(code).toBe(1)
  })
})

describe.each(['dev', 'demo'])('%s beside the sandbox with', (mode) => {
  test.each([
    [
      'its port in use',
      async () => `${await takenPort()}`,
      /^The sandbox provider can’t start\. Port \d+ is already in use\. .* SANDBOX_PORT=\d+\.\n$/,
    ],
    [
      'a port that is none',
      async () => 'http',
      /^The sandbox provider can’t start\. SANDBOX_PORT must be a port .* SANDBOX_PORT=4010\.\n$/,
    ],
  ])('%s ends with one sentence', async (_, port, sentence) => {
    const env = { ...(await usual()), SANDBOX_PORT: await port() }
    const { code, said, printed } = await end([...WITH_SANDBOX, mode], env)
    expect(said).toMatch(sentence)
    expect(printed).toBe('')
    expect(code).toBe(1)
  })

  test('the studio’s port in use ends both with one sentence', async () => {
    const env = { ...(await usual()), PORT: `${await takenPort()}` }
    const { code, said, printed } = await end([...WITH_SANDBOX, mode], env)
    expect(said).toMatch(/^Port \d+ is already in use\. .*\n$/)
    expect(printed).toMatch(/^The sandbox provider is listening on \S+\n$/)
    expect(code).toBe(1)
  })

  test('a file in place of the folder above its data ends both with one sentence', async () => {
    const DATA_DIR = join(folder(), 'data')
    writeFileSync(DATA_DIR, '')
    const { code, said } = await end([...WITH_SANDBOX, mode], { ...(await usual()), DATA_DIR })
    expect(said).toMatch(/^Promptreel can’t write to DATA_DIR, .*\n$/)
    expect(code).toBe(1)
  })
})

test('the standalone folder’s start ends with one sentence where it can’t listen', async () => {
  const all: Record<string, string>[] = [
    { PORT: `${await takenPort()}` },
    { HOST: '203.0.113.7' },
    { PORT: 'http' },
  ]
  for (const wrong of all) {
    const { code, said } = await end(['scripts/start-standalone.mjs'], { ...(await usual()), ...wrong })
    expect(said).toMatch(/^(Port|HOST|PORT) .*\.\n$/)
    expect(code).toBe(1)
  }
})

test('a start without a build says how to make one', async () => {
  const root = folder()
  for (const name of ['lib', 'scripts', 'node_modules', 'package.json'])
    symlinkSync(join(ROOT, name), join(root, name))
  const child = spawn(process.execPath, ['scripts/studio.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TENSORSLAB_API_KEY: 'k', ...(await usual()) },
  })
  const [[code], said] = await Promise.all([once(child, 'exit'), text(child.stderr)])
  expect(said).toMatch(/^There is no production build yet\. .*npm run build\n$/)
  expect(code).toBe(1)
})

test.each(['EACCES', 'EADDRINUSE', 'EADDRNOTAVAIL', 'ENOTFOUND', 'ERR_SOCKET_BAD_PORT', 'EOTHER'])(
  'a port that answers %s is told in one sentence that names a variable',
  (code) => {
    const sentence = whyNotListening(Object.assign(new Error('no'), { code }), {
      host: '127.0.0.1',
      port: 80,
    })
    expect(sentence).toMatch(/^[^\n]*\b(PORT|HOST)=\S+\.$|Set another HOST or PORT\.$/)
  },
)
