import { mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { MODEL_IDS, MODELS } from '@/lib/shared/models'
import { BadBody } from './body'
import { startQueued } from './concurrency'
import { control } from './control'
import { createWith } from './create'
import { FaultQueue } from './fault-queue'
import { type FaultOrder, faultSchema } from './faults'
import { emptyLedger, type Ledger } from './ledger'
import { answer, type Outcome } from './outcome'
import { read } from './read'
import { remove } from './remove'
import { failure } from './replies'
import { result } from './result'
import { DEFAULTS, type Settings, settingsSchema } from './settings'
import { statusOf } from './task'
import { createRenderer } from './video'
import type { World } from './world'

export type SandboxOptions = {
  /** The valid API key; any non-empty one when absent. */
  key?: string
  /** `tiny`: one plain but valid video per format, for tests. */
  video?: 'rendered' | 'tiny'
  settings?: Partial<Settings>
  /** Clock in ms. */
  now?: () => number
}

export type Sandbox = {
  /** Handles one call. `ended` resolves when the caller has the response or has disconnected. */
  handle(request: Request, ended?: Promise<void>): Promise<Outcome>
  /** A copy of the ledger. */
  ledger(): Ledger
  /** Forgets tasks, results, received images and ledger; faults and settings stay. */
  forget(): Promise<void>
  /** Makes the next calls of a kind fail. @throws ZodError */
  fail(...faults: FaultOrder[]): void
  /** Removes all faults; slow responses are sent now. */
  heal(): void
  /** Aborts when `heal` is next called. */
  healed(): AbortSignal
  /** Changes some settings; existing tasks keep their timings. @throws ZodError */
  set(settings: Partial<Settings>): void
  /** Stops rendering and removes all files. */
  close(): Promise<void>
}

const POSTS = {
  ...Object.fromEntries(MODEL_IDS.map((id) => [MODELS[id].path, createWith(id)])),
  '/v1/video/infobytaskid': read,
  '/v1/video/deletevideotask': remove,
} as const

/** Creates an imitation of the provider that stores uploads in a temporary folder. Call close() when done. */
export function createSandbox({
  key,
  video = 'rendered',
  settings,
  now = Date.now,
}: SandboxOptions = {}): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'promptreel-sandbox-'))
  const videos = join(folder, 'videos')
  mkdirSync(videos)
  const world: World = {
    key,
    folder,
    now,
    renderer: createRenderer(videos, video),
    faults: new FaultQueue(),
    settings: settingsSchema.parse({ ...DEFAULTS, ...settings }),
    ...blank(),
  }
  const sandbox: Sandbox = {
    async handle(request, ended = Promise.resolve()) {
      try {
        return await route(sandbox, world, request, ended)
      } catch (error) {
        if (error instanceof BadBody) return answer(failure(error.message, 400))
        throw error
      }
    },
    ledger: () => ledgerOf(world),
    async forget() {
      const files = [...world.images.values()]
      Object.assign(world, blank())
      await Promise.all(files.map(({ path }) => rm(path, { force: true })))
    },
    fail: (...faults) => world.faults.add(z.array(faultSchema).parse(faults)),
    heal: () => world.faults.clear(),
    healed: () => world.faults.cleared,
    set(changed) {
      startQueued(world) // under the limit there was until now
      world.settings = settingsSchema.parse({ ...world.settings, ...changed })
    },
    async close() {
      await world.renderer.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return sandbox
}

/** A copy of the ledger with current statuses. */
function ledgerOf(world: World): Ledger {
  startQueued(world)
  const copy = structuredClone(world.ledger)
  for (const entry of copy.tasks) {
    const task = world.tasks.get(entry.taskid)
    entry.status = task ? statusOf(task, world.now()) : null
  }
  return copy
}

const blank = () =>
  ({
    ledger: emptyLedger(),
    tasks: new Map(),
    active: new Set(),
    queued: new Set(),
    queueMovedAt: 0,
    images: new Map(),
    addresses: new Map(),
  }) satisfies Partial<World>

async function route(
  sandbox: Sandbox,
  world: World,
  request: Request,
  ended: Promise<void>,
): Promise<Outcome> {
  const { pathname } = new URL(request.url)
  const post =
    request.method === 'POST' ? Object.entries(POSTS).find(([path]) => path === pathname) : undefined
  if (post) return post[1](world, request, ended)
  const gets = request.method === 'GET' || request.method === 'HEAD'
  if (gets && pathname.startsWith('/results/')) return result(world, request, ended)
  if (gets && pathname === '/') return answer(new Response(WELCOME))
  return answer((await control(sandbox, world, request)) ?? failure(`No such address: ${pathname}`, 404))
}

const WELCOME =
  'This is the sandbox: an imitation of the TensorsLab video API, for developing and testing without the real one.\n' +
  'What it was asked so far: GET /sandbox/ledger\n'
