import 'server-only'
import { access, constants, mkdir } from 'node:fs/promises'
import { config } from './config.js'
import { ping } from './db'
import { log } from './log'

/** Timeout of the database check, in ms; short, because health checks don't wait long. */
const TIMEOUT_MS = 3_000

/** True when the database answers and DATA_DIR is writable. Logs the reason otherwise. */
export async function healthy(): Promise<boolean> {
  try {
    const { DATA_DIR } = config()
    await answersSoon()
    await mkdir(DATA_DIR, { recursive: true })
    await access(DATA_DIR, constants.W_OK)
    return true
  } catch (error) {
    log().error({ err: error }, 'health check failed')
    return false
  }
}

async function answersSoon(): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the database did not answer within ${TIMEOUT_MS} ms`)),
      TIMEOUT_MS,
    )
  })
  try {
    await Promise.race([ping(), timeout])
  } finally {
    clearTimeout(timer)
  }
}
