import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'libsql'
import * as z from 'zod'
import {
  cpuMs,
  type Figure,
  fill,
  onScenario,
  postToProvider,
  type Scenario,
  submission,
  within,
} from '@/bench/kit'

const TASKS = 10_000
const ROUND_MS = 30_000 // each task is polled once in it: the longest wait at the default POLL_INTERVAL_MS
const AHEAD_MS = 15_000 // for the server to start
const GRACE_MS = 10_000
const CONCURRENCY = 16

const created = z.object({ data: z.object({ taskid: z.string() }) })
const ledger = z.object({ polls: z.array(z.object({ taskid: z.string(), startedAt: z.number() })) })

async function createTasks(provider: string): Promise<string[]> {
  const taskids: string[] = []
  const createNext = async () => {
    while (taskids.length < TASKS) {
      taskids.push(created.parse(await postToProvider(provider, submission([]))).data.taskid)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, createNext))
  return taskids.slice(0, TASKS)
}

/** Schedules the tasks evenly over one round, starting at `first` (ms). */
function makeDue(data: string, taskids: string[], first: number): void {
  const database = new Database(join(data, 'promptreel.db'))
  const put = database.prepare('update generations set due_at = ?, lease = null where taskid = ?')
  database.exec('begin; create index if not exists bench_by_taskid on generations (taskid)')
  for (const [n, taskid] of taskids.entries()) {
    put.run(new Date(first + (n * ROUND_MS) / TASKS).toISOString(), taskid)
  }
  database.exec('commit')
  database.close()
}

/** One round of polls: CPU time per poll in ms, and the p90 of their lateness in seconds. */
async function follow({ studio }: Scenario, provider: string, data: string, taskids: string[]) {
  const first = Date.now() + AHEAD_MS
  makeDue(data, taskids, first)
  const { pid, stop } = await studio(provider, { DATA_DIR: data, POLL_INTERVAL_MS: '10000' })
  if (Date.now() > first) throw new Error('this machine is too busy to measure how late the polls are')
  await pause(first - Date.now())
  const before = cpuMs(pid)
  await pause(ROUND_MS)
  const used = cpuMs(pid) - before
  await pause(GRACE_MS)
  await stop()
  const { polls } = ledger.parse(await (await fetch(`${provider}/sandbox/ledger`)).json())
  const seen = new Map<string, number>()
  for (const { taskid, startedAt } of polls) {
    if (startedAt >= first && !seen.has(taskid)) seen.set(taskid, startedAt)
  }
  const lateness = taskids.map((taskid, n) => (seen.get(taskid) ?? Infinity) - first - (n * ROUND_MS) / TASKS)
  const inRound = polls.filter(({ startedAt }) => startedAt >= first && startedAt < first + ROUND_MS)
  return { cost: used / inRound.length, lag: within(0.9, lateness) / 1_000 }
}

const MAX_ROUNDS = 3

/** Polling 10,000 open tasks with one process. */
export const following: Figure = {
  name: 'following',
  measure: (rounds) =>
    onScenario(async (scenario) => {
      const there = await scenario.provider()
      const taskids = await createTasks(there.url)
      const file = join(scenario.folder, 'taskids.json')
      await writeFile(file, JSON.stringify(taskids))
      const data = join(scenario.folder, 'data')
      fill(data, TASKS, { taskids: file })
      const all = []
      for (let round = 0; round < Math.min(rounds, MAX_ROUNDS); round++) {
        all.push(await follow(scenario, there.url, data, taskids))
      }
      const figure = 'Polling 10,000 tasks'
      return [
        {
          ...{ figure, note: 'CPU time per poll', aim: 1, unit: 'ms', baseline: null },
          ours: all.map(({ cost }) => cost),
        },
        {
          ...{ figure, note: 'lateness of a poll, 90th percentile', aim: 5, unit: 's', baseline: null },
          ours: all.map(({ lag }) => lag),
        },
      ]
    }),
}
