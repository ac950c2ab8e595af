import { rm } from 'node:fs/promises'
import * as z from 'zod'
import type { Due } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { type AllowedHosts, fetchResult, type Result, ResultError } from '@/lib/server/results'
import { expectRoom } from '@/lib/server/room'
import { storage } from '@/lib/server/storage'
import { parseJson } from '@/lib/shared/parse-json'
import { keyOf } from './saved-files'

/** Addresses that are looked at: a video, a last frame, and much room for what nobody has documented. */
const MOST_RESULTS = 32

type Options = { hosts: AllowedHosts; signal: AbortSignal; lastFrame: boolean }
type Kept = { video?: string; last_frame?: string }

/**
 * Fetches a task's results in the provider's order, each address once, until there is a video and, where `lastFrame`
 * was asked for, an image. The first video is the video, the first image the last frame; more of a kind is let go.
 * @throws StorageFull, the signal's reason, or the disk's own error
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

/** Each address once; what could never be fetched, being no address of the web, holds nothing else back. What cannot be read is asked for anew. */
function readAddresses(results: string | null): string[] {
  const addresses = z.array(z.string()).safeParse(parseJson(results ?? '')).data ?? []
  const usable = addresses.filter((address) => /^https?:/i.test(address) && URL.canParse(address))
  return [...new Set(usable)].slice(0, MOST_RESULTS)
}

async function keep(id: string, { kind, ...about }: Result, file: string): Promise<string> {
  await storage().put(kind === 'video' ? keyOf.video(id) : keyOf.lastFrame(id), file)
  return JSON.stringify(about)
}
