import 'server-only'
import pino from 'pino'
import { config } from './config.js'
import { describeError } from './describe-error'
import { requestId } from './request-id'

const LEVELS = ['debug', 'info', 'warn', 'error'] as const

/** Ids, codes, counts and names of ours; `err` is whatever was thrown, of which only what is allowed is said. */
type Fields = { err?: unknown } & Record<string, unknown>
type Write = (fields: Fields | string, message?: string) => void
type Log = Readonly<Record<(typeof LEVELS)[number], Write>>

let logger: Log | undefined

/**
 * The log: one JSON line an event on standard output, with the id of the request that it is about. Never hand it a
 * prompt, a key, a person's address or a whole request. Of an error it says what ./describe-error allows.
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
      else lines[level](sayable(fields), message)
    }
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') }
}

/** Of what is handed in, the plain values, and what may be said of an error, under whatever name it comes. */
function sayable(fields: Fields): object {
  const plain = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    if (name === 'err') return value === undefined ? [] : [[name, describeError(value)]]
    return value instanceof Object ? [[name, describeError(value)]] : [[name, value]]
  })
  return Object.fromEntries(plain)
}
