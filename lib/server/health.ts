import 'server-only'
import { access, constants, mkdir } from 'node:fs/promises'
import { config } from '@/lib/server/config'
import { log } from '@/lib/server/log'
import { ping } from '@/lib/server/store'

/** Whether the studio can serve: its database answers and its files can be written. The reason is in the log. */
export async function healthy(): Promise<boolean> {
  try {
    const { DATA_DIR } = config()
    await ping()
    await mkdir(DATA_DIR, { recursive: true })
    await access(DATA_DIR, constants.W_OK)
    return true
  } catch (error) {
    log().error({ err: error }, 'the studio cannot serve')
    return false
  }
}
