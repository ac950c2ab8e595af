import 'server-only'
import pino from 'pino'
import { config } from '@/lib/server/config'

let logger: pino.Logger | undefined

/** The log: one JSON line an event on standard output. Never hand it a prompt, a key or a whole request. */
export function log(): pino.Logger {
  logger ??= pino({ level: config().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  return logger
}
