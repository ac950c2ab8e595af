import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { CANARY, startStudio } from '@/e2e/kit'
import { startSandbox } from '@/lib/sandbox'
import { problemBodySchema } from '@/lib/shared/problem-body'
import { pageSchema, type StudioRecord } from './answers'
import type { Check } from './check'

const SIZE = '24m'
const FULL_MS = 20_000 // some hundred tries at the poll interval of this studio
const TIMEOUT_MS = 180_000

const healthSchema = z.object({ status: z.string(), reason: z.optional(z.string()) })

/**
 * A disk of a studio's own, of a few megabytes. Only root can mount one.
 * @throws Error where that cannot be: what cannot be played has not held
 */
function mountDisk(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=700`, 'tmpfs', folder])
}

/** Takes all the room there is. */
function fill(file: string): void {
  const chunk = Buffer.alloc(65_536)
  try {
    for (;;) writeFileSync(file, chunk, { flag: 'a' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

/**
 * The disk fills up while videos are made, stays full for a while, and is emptied: nothing is sent meanwhile, nothing
 * fetched, everything said, and then all videos come by themselves.
 */
export async function diskFull(): Promise<Check> {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-full-'))
  mountDisk(folder)
  const provider = await startSandbox({ key: CANARY, video: 'tiny' })
  const { sandbox } = provider
  const studio = await startStudio(
    {
      TENSORSLAB_BASE_URL: provider.url,
      TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
      POLL_INTERVAL_MS: '100',
    },
    folder,
  )
  const complaints: string[] = []
  const expectThat = (holds: boolean, complaint: string) => {
    if (!holds) complaints.push(complaint)
  }
  const create = async (prompt: string) => {
    const body = new FormData()
    body.set('prompt', prompt)
    return fetch(`${studio.url}/api/generations`, { method: 'POST', body })
  }
  const records = async (): Promise<StudioRecord[]> =>
    pageSchema.parse(await (await fetch(`${studio.url}/api/generations`)).json()).items
  const health = async () => {
    const answer = await fetch(`${studio.url}/api/health`)
    return { code: answer.status, ...healthSchema.parse(await answer.json()) }
  }
  try {
    for (const name of ['first', 'second', 'third']) {
      const { status } = await create(`The ${name}.`)
      expectThat(status === 201, `the ${name} was answered ${status} while there was room`)
    }
    const filler = `${folder}/filler`
    fill(filler)
    const end = Date.now() + FULL_MS
    while (Date.now() < end) {
      const refused = await create('Too many.')
      const { code } = problemBodySchema.parse(await refused.json())
      expectThat(refused.status === 507 && code === 'storage_full', `a create was ${refused.status} ${code}`)
      const { status, headers } = await fetch(`${studio.url}/api/images`, {
        method: 'POST',
        body: 'x'.repeat(5_000),
      })
      expectThat(status === 507, `an upload was ${status} ${headers.get('content-type')}`)
      const { code: well, reason } = await health()
      expectThat(well === 503 && reason === 'disk_full', `health was ${well} ${reason}`)
      expectThat((await records()).length === 3, 'the records changed')
      await pause(500)
    }
    const { creates, downloads } = sandbox.ledger()
    expectThat(creates.length === 3, `${creates.length} requests were sent`)
    expectThat(downloads.length <= 3, `${downloads.length} downloads were begun with the disk full`)
    const lines = studio
      .log()
      .split('\n')
      .filter((line) => /"level":50/.test(line))
    expectThat(lines.length > 0, 'the log does not say it')
    expectThat(lines.length <= 5, `the log says it in ${lines.length} lines: ${lines.slice(0, 8).join('\n')}`)

    rmSync(filler)
    const last = Date.now() + TIMEOUT_MS
    while ((await records()).some(({ status }) => status !== 'completed') && Date.now() < last)
      await pause(200)
    for (const { prompt, status, video } of await records()) {
      expectThat(status === 'completed', `${prompt} is still ${status} with room again`)
      const kept = await fetch(`${studio.url}${video?.url}`)
      expectThat(kept.ok, `${prompt} cannot be watched`)
    }
    expectThat((await health()).code === 200, 'health is not well again')
    expectThat((await create('With room again.')).status === 201, 'nothing new is taken with room again')
    const videos = sandbox.ledger().downloads.length
    expectThat(videos <= 8, `${videos} downloads for 3 videos`)
  } finally {
    await studio.stop()
    await provider.close()
    execFileSync('umount', [folder])
    await rm(folder, { recursive: true })
  }
  return { name: 'a full disk loses and repeats nothing', looked: 3, complaints }
}
