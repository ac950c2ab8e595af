import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CANARY, type Running, startStudio } from '@/e2e/kit'
import { type FaultOrder, type Ledger, type Sandbox, startSandbox } from '@/lib/sandbox'

/** Nothing listens on this port, so requests certainly never arrive. */
const UNREACHABLE = 'http://127.0.0.1:9'
const POLL_MS = 100

/** A sandbox that runs throughout, and a studio that is killed and restarted on the same data. */
export type Stage = {
  sandbox: Sandbox
  providerUrl: string
  ledger(): Ledger
  /** The studio's URL; waits while it is down. */
  url(): Promise<string>
  kill(): Promise<void>
  /** @param provider whether it is reachable */
  start(provider?: 'there' | 'away'): Promise<void>
  /** Everything that the studio has logged, across restarts. */
  log(): string
  /** Keeps data, log and ledger for debugging. @returns their folder */
  leave(): Promise<string>
  close(): Promise<void>
}

/** A promise that is resolved from outside. */
class Deferred<T> {
  resolve: (value: T) => void = () => {}
  readonly promise = new Promise<T>((resolve) => {
    this.resolve = resolve
  })
}

export async function openStage(env: Record<string, string> = {}): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'promptreel-faults-'))
  const {
    sandbox,
    url: providerUrl,
    port,
    close,
  } = await startSandbox({
    key: CANARY,
    video: 'tiny',
    settings: { renewResults: 'when-expired' },
  })
  const lives: Running[] = []
  let left = false
  let alive = new Deferred<Running>()
  return {
    sandbox,
    providerUrl,
    ledger: sandbox.ledger,
    url: async () => (await alive.promise).url,
    async kill() {
      const dying = await alive.promise
      alive = new Deferred<Running>()
      await dying.stop() // SIGKILL: no chance to clean up
    },
    async start(provider = 'there') {
      const environment = {
        TENSORSLAB_BASE_URL: provider === 'there' ? providerUrl : UNREACHABLE,
        TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${port}`,
        POLL_INTERVAL_MS: `${POLL_MS}`,
        ...env,
      }
      const running = await startStudio(environment, dataDir)
      lives.push(running)
      alive.resolve(running)
    },
    log: () => lives.map((life) => life.log()).join('\n'),
    async leave() {
      left = true
      await writeFile(join(dataDir, 'studio.log'), lives.map((life) => life.log()).join('\n'))
      await writeFile(join(dataDir, 'ledger.json'), JSON.stringify(sandbox.ledger(), null, 1))
      return dataDir
    },
    async close() {
      await lives.at(-1)?.stop()
      await close()
      if (!left) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Removes create faults that haven't occurred yet; the others stay. */
export async function forgetCreateFaults({ sandbox, providerUrl }: Stage): Promise<void> {
  const response = await fetch(`${providerUrl}/sandbox/faults`)
  const waiting: FaultOrder[] = await response.json()
  sandbox.heal()
  sandbox.fail(...waiting.filter(({ on }) => on !== 'create'))
}
