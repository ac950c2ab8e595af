import 'server-only'
import { ConfigError, config } from '@/lib/server/config'
import { log } from '@/lib/server/log'

/** What starts with the server. A wrong environment ends it with the sentence that says how to mend it. */
export async function boot(): Promise<void> {
  try {
    const { TENSORSLAB_BASE_URL, DATA_DIR } = config()
    log().info({ provider: TENSORSLAB_BASE_URL, data: DATA_DIR }, 'the studio is starting')
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
