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
const FULL_MS = 20_000 // some hundred polls at this studio's interval
const TIMEOUT_MS = 180_000

const healthSchema = z.object({ status: z.string(), reason: z.optional(z.string()) })

/**
 * Mounts a disk of 24 MB. Needs root.
 * @throws Error when it can't be mounted, so that a skipped check never counts as passed
 */
function mountDisk(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=700`, 'tmpfs', folder])
}

/** Fills the disk. */
function fill(file: string): void {
  const chunk = Buffer.alloc(65_536)
  try {
    for (;;) writeFileSync(file, chunk, { flag: 'a' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

/**
 * Fills the disk while videos are made, keeps it full for 20 s, then frees it. While it is full, nothing is sent or
 * downloaded and every call says why; afterwards all videos are saved without help.
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
  const check = (holds: boolean, complaint: string) => {
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
      check(status === 201, `the ${name} was answered ${status} while there was room`)
    }
    const filler = `${folder}/filler`
    fill(filler)
    const end = Date.now() + FULL_MS
    while (Date.now() < end) {
      const refused = await create('Too many.')
      const { code } = problemBodySchema.parse(await refused.json())
      check(refused.status === 507 && code === 'storage_full', `a create was ${refused.status} ${code}`)
      const { status, headers } = await fetch(`${studio.url}/api/images`, {
        method: 'POST',
        body: 'x'.repeat(5_000),
      })
      check(status === 507, `an upload was ${status} ${headers.get('content-type')}`)
      const { code: well, reason } = await health()
      check(well === 503 && reason === 'disk_full', `health was ${well} ${reason}`)
      check((await records()).length === 3, 'the records changed')
      await pause(500)
    }
    const { creates, downloads } = sandbox.ledger()
    check(creates.length === 3, `${creates.length} requests were sent`)
    check(downloads.length <= 3, `${downloads.length} downloads were begun with the disk full`)
    const lines = studio
      .log()
      .split('\n')
      .filter((line) => /"level":50/.test(line))
    check(lines.length > 0, 'the log does not mention it')
    check(lines.length <= 5, `the log says it in ${lines.length} lines: ${lines.slice(0, 8).join('\n')}`)

    rmSync(filler)
    const last = Date.now() + TIMEOUT_MS
    while ((await records()).some(({ status }) => status !== 'completed') && Date.now() < last)
      await pause(200)
    for (const { prompt, status, video } of await records()) {
      check(status === 'completed', `${prompt} is still ${status} with room again`)
      const kept = await fetch(`${studio.url}${video?.url}`)
      check(kept.ok, `${prompt} cannot be watched`)
    }
    check((await health()).code === 200, 'health is not well again')
    check((await create('With room again.')).status === 201, 'nothing new is taken with room again')
    const videos = sandbox.ledger().downloads.length
    check(videos <= 8, `${videos} downloads for 3 videos`)
  } finally {
    await studio.stop()
    await provider.close()
    execFileSync('umount', [folder])
    await rm(folder, { recursive: true })
  }
  return { name: 'a full disk loses and repeats nothing', checked: 3, complaints }
}
