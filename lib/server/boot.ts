import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { BASE_PATH } from '@/lib/shared/base-path'
import { signInMethods } from './auth'
import { ConfigError, config, isUnencrypted } from './config.js'
import { checkDataFolder } from './data-folder.js'
import { CannotOpen, isPassing, opened } from './db'
import { applyJournal, tracker } from './generations'
import { sendHsts } from './hsts'
import { log } from './log'
import { parseHosts } from './results'
import { shutDownOnSignal } from './shutdown'

/** ms for which the first responses wait for the database; later ones report it as unavailable. */
const FIRST_MS = 2_000
/** Backoff between tries to reach the database, in ms. */
const RETRY_MS = { first: 250, max: 5_000 }

/**
 * Starts everything besides the HTTP server. Waits for a database that can't be reached, while every response says so. An error that
 * waiting can't fix ends the process with a sentence that tells the operator what to do.
 */
export async function boot(): Promise<void> {
  // Files created from here on are private to this user, even if DATA_DIR was open before.
  process.umask(0o077)
  await Promise.race([start().catch(giveUp), pause(FIRST_MS, undefined, { ref: false })])
}

async function start(): Promise<void> {
  const { TENSORSLAB_BASE_URL, TENSORSLAB_RESULT_HOSTS, DATA_DIR, HSTS_SECONDS } = config()
  checkBasePath()
  sendHsts(HSTS_SECONDS)
  warnOfPlainHttp()
  checkHosts(TENSORSLAB_RESULT_HOSTS)
  checkDataFolder(DATA_DIR)
  log().info({ provider: TENSORSLAB_BASE_URL, data: DATA_DIR }, 'server starting')
  let stopWork = async () => {}
  // Serverless hosts end a process between requests; there, opening the page polls.
  if (!process.env.VERCEL) shutDownOnSignal(() => stopWork())
  await onceReached(opened)
  await onceReached(applyJournal)
  await onceReached(printSetupCode)
  if (!process.env.VERCEL) stopWork = (await onceReached(tracker.start)).stop
}

/** Retries for as long as only the database's state is in the way. */
async function onceReached<T>(work: () => Promise<T>): Promise<T> {
  for (let wait = RETRY_MS.first; ; wait = Math.min(2 * wait, RETRY_MS.max)) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error)) throw error
      log().warn({ err: error }, 'waiting for the database')
      await pause(wait)
    }
  }
}

function giveUp(error: unknown): never {
  const known = error instanceof ConfigError || error instanceof CannotOpen
  const told = error instanceof Error ? error.message : String(error)
  process.stderr.write(known ? `${told}\n` : `Promptreel couldn’t start: ${told}\n`)
  process.exit(1)
}

/** Outside the log, like the setup code: whoever starts the studio should see it. */
function warnOfPlainHttp(): void {
  if (!isUnencrypted()) return
  process.stderr.write(
    'Warning: PUBLIC_URL is http, so others in the same network can read passwords, prompts and videos on their way. Use it only in a network that you trust, or put a proxy with https in front.\n',
  )
}

/** Prints the setup code outside the log, which is for programs and may be off: without the code nobody could sign in. */
async function printSetupCode(): Promise<void> {
  const setup = await signInMethods.openSetup()
  if (!setup) return
  process.stderr.write(
    `This studio has no owner yet. Open ${setup.address} and enter this setup code: ${setup.code}\n`,
  )
}

function checkHosts(hosts: string): void {
  try {
    parseHosts(hosts)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigError(`TENSORSLAB_RESULT_HOSTS is invalid. ${reason}`, { cause })
  }
}

/** Pages and links contain the path of the build, so another one can't be served. */
function checkBasePath(): void {
  const { BASE_PATH: wanted = BASE_PATH } = config()
  if (wanted === BASE_PATH) return
  const built = BASE_PATH === '' ? 'without BASE_PATH' : `for BASE_PATH=${BASE_PATH}`
  throw new ConfigError(
    `BASE_PATH is ${wanted}, but the studio was built ${built}: build it again with BASE_PATH=${wanted}, or start it ${built}.`,
  )
}
