// Fills a studio's data folder (DATA_DIR) with COUNT generations, using the studio's own database code:
// node --import tsx --conditions=react-server bench/kit/seed.ts COUNT [FILE] [BYTES]
// FILE: a JSON list of taskids; the generations then have these tasks, in progress and not due yet.
// BYTES: the size that their videos have on record; 4 MB.
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { ulid } from 'ulid'
import * as z from 'zod'
import { addToIndex } from '@/lib/server/db/generations/prompt-index'
import { db } from '@/lib/server/db/open'
import type { GenerationRow } from '@/lib/server/db/tables'
import { folded } from '@/lib/shared/search'
import { promptOf } from './prompts'

const BATCH = 500
const POLL_EVERY_MS = 30_000 // the longest wait between two polls at the default POLL_INTERVAL_MS
const APART_MS = 60_000 // one video a minute

const [count = '0', file, bytes] = process.argv.slice(2)
const taskids = file ? z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))) : null
const start = Date.now() - (Number(count) + 1) * APART_MS

const SETTINGS = JSON.stringify({
  ratio: '16:9',
  duration: 5,
  resolution: '720p',
  seed: null,
  fps: '24',
  generateAudio: false,
  returnLastFrame: false,
  websearch: false,
  executionExpiresAfter: null,
})
const VIDEO = JSON.stringify({
  type: 'video/mp4',
  bytes: Number(bytes || 4_000_000),
  sha256: '0'.repeat(64),
  width: 1280,
  height: 720,
  duration: 5.04,
})

const iso = (at: number): string => new Date(at).toISOString()

const blank = {
  person: 'local',
  idempotency_key: null,
  fingerprint: 'f',
  model: 'seedance-2',
  settings: SETTINGS,
  duration: 5,
  resolution: '720p',
  due_at: null,
  lease: null,
  lease_until: null,
  missing_since: null,
  seen_at: null,
  trouble_since: null,
  results: null,
  seed: null,
  save_tries: 0,
  last_frame: null,
  queue_order: null,
  token: null,
  batch: null,
  batch_row: null,
  sent_at: null,
  expires_at: null,
}

/** One in 20 has failed, one in 50 is starred, one in 1,000 is in progress; the rest are completed. */
function row(n: number): GenerationRow {
  const at = taskids ? Date.now() : start + n * APART_MS
  const status = taskids || n % 1_000 === 50 ? 'processing' : n % 20 === 11 ? 'failed' : 'completed'
  const done = status === 'completed'
  return {
    ...blank,
    id: ulid(at + n),
    status,
    taskid: taskids?.[n] ?? `abcd_${n}`,
    prompt: promptOf(n),
    taskid_by: 'provider',
    starred: n % 50 === 17 ? 1 : 0,
    shared: 0,
    failure_code: status === 'failed' ? 'generation_failed' : null,
    failure_message: status === 'failed' ? 'The provider gave no reason.' : null,
    wait: taskids ? POLL_EVERY_MS : 0,
    video: done ? VIDEO : null,
    queue_order: null,
    sent_at: null,
    expires_at: null,
    poster: done ? 1 : 0,
    created_at: iso(at),
    updated_at: iso(at),
    finished_at: done ? iso(at + 120_000) : null,
    completed_at: done ? iso(at + 125_000) : null,
  }
}

const database = await db()
// Durability doesn't matter here.
if (!process.env.DATABASE_URL) await sql`pragma synchronous = off`.execute(database)
for (let from = 0; from < Number(count); from += BATCH) {
  const rows = Array.from({ length: Math.min(BATCH, Number(count) - from) }, (_, n) => {
    const one = row(from + n)
    return { ...one, searched: folded(one.prompt) }
  })
  await database.transaction().execute(async (tx) => {
    await tx.insertInto('generations').values(rows).execute()
    await addToIndex(tx, rows)
  })
}
await database.destroy()
