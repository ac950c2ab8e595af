import 'server-only'
import pino from 'pino'
import { config } from './config.js'
import { describeError } from './describe-error'
import { requestId } from './request-id'

const LEVELS = ['debug', 'info', 'warn', 'error'] as const

/** Ids, codes, counts and our own names. `err` is anything thrown, of which only allowed parts are logged. */
type Fields = { err?: unknown } & Record<string, unknown>
type Write = (fields: Fields | string, message?: string) => void
type Log = Readonly<Record<(typeof LEVELS)[number], Write>>

let logger: Log | undefined

/**
 * The log: one JSON line per event on standard output, with the request's id. Never pass it a prompt, an API key, an email address or a
 * whole request. Errors are reduced by ./describe-error.
 */
export function log(): Log {
  logger ??= create()
  return logger
}

function create(): Log {
  const lines = pino({
    level: config().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ request: requestId() }),
  })
  const writer =
    (level: (typeof LEVELS)[number]): Write =>
    (fields, message = '') => {
      if (!lines.isLevelEnabled(level)) return
      if (typeof fields === 'string') lines[level](fields)
      else lines[level](loggable(fields), message)
    }
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') }
}

/** Keeps plain values, and reduces errors under any name to what may be logged. */
function loggable(fields: Fields): object {
  const plain = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    if (name === 'err') return value === undefined ? [] : [[name, describeError(value)]]
    return value instanceof Object ? [[name, describeError(value)]] : [[name, value]]
  })
  return Object.fromEntries(plain)
}
