import 'server-only'
import pino from 'pino'
import { config } from '@/lib/server/config'
import { requestId } from '@/lib/server/request'

let logger: pino.Logger | undefined

/**
 * The log: one JSON line an event on standard output, with the id of the request that it is about. Never hand it a
 * prompt, a key, a person's address or a whole request.
 */
export function log(): pino.Logger {
  logger ??= pino({
    level: config().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ request: requestId() }),
  })
  return logger
}
