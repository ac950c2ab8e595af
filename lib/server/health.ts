import 'server-only'
import { access, constants, mkdir } from 'node:fs/promises'
import { config } from './config.js'
import { ping } from './db'
import { log } from './log'

/** ms that the database has for a sign of life: whoever asks here does not wait long. */
const PROMPT_MS = 3_000

/** Whether the studio can serve: its database answers and its files can be written. The reason is in the log. */
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
  const lazy = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the database did not answer within ${PROMPT_MS} ms`)),
      PROMPT_MS,
    )
  })
  try {
    await Promise.race([ping(), lazy])
  } finally {
    clearTimeout(timer)
  }
}
