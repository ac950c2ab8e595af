import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CANARY, type Running, startStudio } from '@/e2e/kit'
import { type FaultOrder, type Ledger, type Sandbox, startSandbox } from '@/lib/sandbox'

/** Nobody listens there: what is sent to it was surely not sent. */
const NOBODY = 'http://127.0.0.1:9'
const POLL_MS = 100

/** A sandbox that lives throughout, and a studio that dies and comes back over the same data. */
export type Stage = {
  sandbox: Sandbox
  providerUrl: string
  ledger(): Ledger
  /** Where the studio is; waits while it is dead. */
  url(): Promise<string>
  kill(): Promise<void>
  /** @param provider whether there is one to be reached */
  start(provider?: 'there' | 'away'): Promise<void>
  /** All that the studio has logged in all of its lives. */
  log(): string
  /** Leaves data, log and ledger for whoever wants to know why. @returns their folder */
  leave(): Promise<string>
  close(): Promise<void>
}

/** Something that others wait for before it is there. */
class Coming<T> {
  arrive: (value: T) => void = () => {}
  readonly arrived = new Promise<T>((resolve) => {
    this.arrive = resolve
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
  let alive = new Coming<Running>()
  return {
    sandbox,
    providerUrl,
    ledger: sandbox.ledger,
    url: async () => (await alive.arrived).url,
    async kill() {
      const dying = await alive.arrived
      alive = new Coming<Running>()
      await dying.stop() // SIGKILL: it gets no chance to tidy up
    },
    async start(provider = 'there') {
      const environment = {
        TENSORSLAB_BASE_URL: provider === 'there' ? providerUrl : NOBODY,
        TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${port}`,
        POLL_INTERVAL_MS: `${POLL_MS}`,
        ...env,
      }
      const running = await startStudio(environment, dataDir)
      lives.push(running)
      alive.arrive(running)
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

/** Takes back the faults of create that have not befallen anyone; the others stay. */
export async function forgetCreateFaults({ sandbox, providerUrl }: Stage): Promise<void> {
  const response = await fetch(`${providerUrl}/sandbox/faults`)
  const waiting: FaultOrder[] = await response.json()
  sandbox.heal()
  sandbox.fail(...waiting.filter(({ on }) => on !== 'create'))
}
