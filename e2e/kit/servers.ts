import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The API key of all tests, which must never appear in a response, file or log. */
export const CANARY = 'sk-canary-7f3a91c4e5'

export type Running = {
  /** Without a slash at its end. */
  url: string
  dataDir: string
  process: ChildProcess
  /** Everything logged so far. */
  log(): string
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

/**
 * Starts the production build as `npm start` does, in a temporary data folder unless one is given, on a free port unless
 * `env.PORT` is set.
 * @param build the folder of a build for another BASE_PATH, and that path; this checkout's otherwise
 */
export async function startStudio(
  env: Record<string, string>,
  given?: string,
  build: { folder: string; basePath: string } = { folder: '.', basePath: '' },
): Promise<Running> {
  const port = env.PORT ?? (await freePort())
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'promptreel-e2e-')))
  const child = spawn(process.execPath, ['scripts/studio.mjs', 'start'], {
    cwd: build.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      TENSORSLAB_API_KEY: CANARY,
      HOST: '127.0.0.1',
      PORT: `${port}`,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'debug',
      FORCE_COLOR: undefined, // set by the test runner; together with NO_COLOR, Node would log a warning
      ...env,
    },
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk))
  const url = `http://127.0.0.1:${port}${build.basePath}`
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    // Windows lets go of a killed process's files a little later.
    if (!given) await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }
  while (
    !(await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error(`the studio did not start:\n${log}`)
    await pause(50)
  }
  return { url, dataDir, process: child, log: () => log, stop }
}
