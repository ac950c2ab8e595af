import { link, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'libsql'
import sharp from 'sharp'
import { ulid } from 'ulid'
import { type FixedRatio, PIXELS } from '@/lib/shared/models'
import { photo } from './pictures'
import { type Running, startStudio } from './servers'

const RATIOS: FixedRatio[] = ['16:9', '9:16', '1:1', '4:3', '3:4', '21:9', '9:16', '16:9', '3:4', '4:3']
const ratioOf = (number: number): FixedRatio => RATIOS[number % RATIOS.length] ?? '1:1'
const LONG = ', with a caption long enough for a second line in most of the places where it may stand'

/** Every tenth video failed, every hundredth is starred, every third has a long prompt. */
function rowOf(number: number) {
  const at = new Date(Date.UTC(2026, 0, 1) + number * 60_000)
  const failed = number % 10 === 0
  const [width, height] = PIXELS[ratioOf(number)]['720p']
  const more = { seed: null, fps: '24', generateAudio: false, returnLastFrame: false, websearch: false }
  const settings = { ratio: ratioOf(number), duration: 5, resolution: '720p', ...more }
  const prompt = `Film ${number} of the archive${number % 3 === 0 ? LONG : ''}.`
  const video = { type: 'video/mp4', bytes: 1, sha256: '', width, height, duration: 5 }
  return {
    id: ulid(at.getTime()),
    person: 'local',
    fingerprint: 'f',
    status: failed ? 'failed' : 'completed',
    taskid: `arch_${`${number}`.padStart(16, '0')}`,
    prompt,
    searched: prompt.toLowerCase(),
    settings: JSON.stringify({ ...settings, executionExpiresAfter: null }),
    starred: number % 100 === 7 ? 1 : 0,
    failure_code: failed ? 'generation_failed' : null,
    failure_message: failed ? 'The provider gave up.' : null,
    video: failed ? null : JSON.stringify(video),
    poster: failed ? 0 : 1,
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
  }
}

type ArchiveRow = ReturnType<typeof rowOf>

/** Gives the cards posters: one file per ratio, hard-linked under many names. */
async function writePosters(dataDir: string, rows: readonly ArchiveRow[]): Promise<void> {
  const folder = join(dataDir, 'files', 'posters')
  await mkdir(folder, { recursive: true })
  for (const [index, ratio] of RATIOS.entries()) {
    const [width, height] = PIXELS[ratio]['720p']
    const poster = join(folder, `still-${index}.webp`)
    await writeFile(
      poster,
      await sharp(await photo(index * 36, width, height))
        .webp()
        .toBuffer(),
    )
  }
  for (const [index, { id, poster }] of rows.entries()) {
    if (poster) await link(join(folder, `still-${(index + 1) % RATIOS.length}.webp`), join(folder, id))
  }
}

/** Starts a studio with videos 1 to `count`, written straight into its database. The last is the newest. */
export async function startArchive(
  count: number,
  dataDir: string,
  env: Record<string, string>,
): Promise<Running> {
  await (await startStudio(env, dataDir)).stop() // creates the database
  const rows = Array.from({ length: count }, (_, index) => rowOf(index + 1))
  await writePosters(dataDir, rows)
  const database = new Database(join(dataDir, 'promptreel.db'))
  const columns = Object.keys(rowOf(1))
  const insert = database.prepare(
    `insert into generations (${columns.join()}) values (${columns.map(() => '?').join()})`,
  )
  database.exec('begin')
  for (const row of rows) insert.run(...Object.values(row))
  database.exec('commit')
  database.close()
  return startStudio(env, dataDir)
}
