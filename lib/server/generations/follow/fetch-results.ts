import { rm } from 'node:fs/promises'
import * as z from 'zod'
import type { Due } from '@/lib/server/db'
import { keyOf } from '@/lib/server/generations/files/saved-files'
import { log } from '@/lib/server/log'
import { type AllowedHosts, fetchResult, type Result, ResultError } from '@/lib/server/results'
import { expectRoom } from '@/lib/server/room'
import { storage } from '@/lib/server/storage'
import { parseJson } from '@/lib/shared/parse-json'

/** Result addresses that we try: a video, a last frame, and ample room for anything undocumented. */
const MAX_RESULTS = 32

type Options = { hosts: AllowedHosts; signal: AbortSignal; lastFrame: boolean }
type Kept = { video?: string; last_frame?: string }

/**
 * Downloads a task's results in the provider's order, each address once, until there is a video and, if `lastFrame`, an
 * image. The first video and the first image are kept; further ones are dropped.
 * @throws StorageFull, the signal's reason, or a file system error
 */
export async function fetchResults(
  { id, results }: Due,
  folder: string,
  { hosts, signal, lastFrame }: Options,
): Promise<{ kept: Kept; failures: ResultError[] }> {
  const kept: Kept = {}
  const failures: ResultError[] = []
  for (const [index, address] of readAddresses(results).entries()) {
    if (kept.video && (kept.last_frame || !lastFrame)) break
    const file = `${folder}/${index}`
    try {
      const result = await fetchResult(address, file, { hosts, signal, room: expectRoom })
      const name = result.kind === 'video' ? 'video' : 'last_frame'
      if (kept[name] === undefined) kept[name] = await keep(id, result, file)
      else await rm(file, { force: true })
    } catch (error) {
      if (!(error instanceof ResultError)) throw error
      log().warn({ err: error, generation: id }, 'saving a result failed')
      failures.push(error)
    }
  }
  return { kept, failures }
}

/** The distinct http(s) addresses. Anything else can never be fetched and must not hold back the rest; unreadable JSON gives none. */
function readAddresses(results: string | null): string[] {
  const addresses = z.array(z.string()).safeParse(parseJson(results ?? '[]')).data ?? []
  const usable = addresses.filter((address) => /^https?:/i.test(address) && URL.canParse(address))
  return [...new Set(usable)].slice(0, MAX_RESULTS)
}

async function keep(id: string, { kind, ...about }: Result, file: string): Promise<string> {
  await storage().put(kind === 'video' ? keyOf.video(id) : keyOf.lastFrame(id), file)
  return JSON.stringify(about)
}
