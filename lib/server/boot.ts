import 'server-only'
import { entrance } from '@/lib/server/access'
import { ConfigError, config } from '@/lib/server/config'
import { endWell } from '@/lib/server/ending'
import { tracker } from '@/lib/server/generations'
import { log } from '@/lib/server/log'
import { parseHosts } from '@/lib/server/results'
import { FolderTaken } from '@/lib/server/store'

/** What starts with the server. What a person can mend ends it with the sentence that says how. */
export async function boot(): Promise<void> {
  // What is written from here on is for no other user of the machine, also where DATA_DIR stood open before.
  process.umask(0o077)
  try {
    const { TENSORSLAB_BASE_URL, TENSORSLAB_RESULT_HOSTS, DATA_DIR } = config()
    checkHosts(TENSORSLAB_RESULT_HOSTS)
    log().info({ provider: TENSORSLAB_BASE_URL, data: DATA_DIR }, 'the studio is starting')
    await tellSetupCode()
    // Such hosts end a process between requests; there a look happens when someone opens the page.
    if (!process.env.VERCEL) endWell((await tracker.start()).stop)
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof FolderTaken)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

/** Beside the log, whose lines are for programs and may be turned off: without it nobody could come in. */
async function tellSetupCode(): Promise<void> {
  const setup = await entrance.openSetup()
  if (!setup) return
  process.stderr.write(
    `Nobody owns this studio yet. Open ${setup.address} and enter this code: ${setup.code}\n`,
  )
}

function checkHosts(hosts: string): void {
  try {
    parseHosts(hosts)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new ConfigError(`TENSORSLAB_RESULT_HOSTS cannot be used. ${reason}`, { cause })
  }
}
