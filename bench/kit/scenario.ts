import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Server } from './server'

const SELDOM = '600000' // ms: no polls during a measurement

const TEAM = {
  AUTH_SECRET: 'a secret that is only for the bench of this studio',
  PUBLIC_URL: 'http://127.0.0.1:PORT',
  LIMIT_PER_MINUTE: 'none',
  LIMIT_AT_ONCE: 'none',
  LIMIT_PER_DAY: 'none',
  LIMIT_IMAGE_MB_PER_DAY: 'none',
  LOG_LEVEL: 'info', // the log contains the setup code
}

/** The servers and files of one measurement, removed afterwards. */
export type Scenario = {
  folder: string
  /** Runs a script of bench/kit as a server. */
  script(path: string, env?: Record<string, string>): Promise<Server>
  provider(): Promise<Server>
  /** Starts the production build, on a new data folder unless given. */
  studio(provider: string, env?: Record<string, string>): Promise<Server>
  /** The same with sign-in and without quota. */
  team(provider: string, env?: Record<string, string>): Promise<Server>
  /** Starts bench/plain: an empty app with the same Next and a few plain routes. */
  plain(env?: Record<string, string>): Promise<Server>
}

export async function onScenario<T>(use: (scenario: Scenario) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-bench-'))
  const servers: Server[] = []
  const started = async (server: Promise<Server>) => {
    servers.push(await server)
    return server
  }
  const script = (path: string, env?: Record<string, string>) =>
    started(launch(['--import', 'tsx', '--conditions=react-server', path], env))
  const studio = (provider: string, env?: Record<string, string>) =>
    started(
      launch(['scripts/studio.mjs', 'start'], {
        TENSORSLAB_API_KEY: 'bench',
        TENSORSLAB_BASE_URL: provider,
        DATA_DIR: join(folder, `data-${servers.length}`),
        DATABASE_URL: '',
        POLL_INTERVAL_MS: SELDOM,
        LOG_LEVEL: 'warn',
        ...env,
      }),
    )
  try {
    return await use({
      folder,
      script,
      provider: () => script('bench/kit/provider.ts'),
      studio,
      team: (provider, env) => studio(provider, { ...TEAM, ...env }),
      plain: (env) =>
        started(launch(['node_modules/next/dist/bin/next', 'start', 'bench/plain', '-p', 'PORT'], env)),
    })
  } finally {
    for (const server of servers) await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
