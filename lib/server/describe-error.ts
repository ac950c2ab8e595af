import { LOGGED } from '@/lib/shared/logged'

/** What the log says of an error: names, codes and places in the code, each of a form that holds no sentence. */
export type Described = { type: string; [fact: string]: unknown }

const NAME = /^[A-Za-z_$][\w$]{0,60}$/
const CODE = /^[A-Z0-9_]{1,60}$/
/** What Node and PostgreSQL say of an error besides: names of calls, tables and rules, all from code. */
const NAMES = ['syscall', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const
const FRAME = /^ {4}at [^\n]{1,300}:\d+:\d+\)?$/
const MOST_FRAMES = 12
const DEEPEST = 6 // causes of causes
const WIDEST = 4 // errors of an AggregateError

/**
 * Describes an error for the log by what it is allowed to say, and never by its message: a message may quote the
 * prompt, a whole answer, a signed address or the parameters of a query, in any form. What our own errors have to say
 * stands under LOGGED.
 */
export function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: error === null ? 'null' : typeof error }
  const facts = new Map(Object.entries(LOGGED in error && isFacts(error[LOGGED]) ? error[LOGGED] : {}))
  if ('code' in error && matches(error.code, CODE)) facts.set('code', error.code)
  for (const name of NAMES) {
    const value: unknown = Reflect.get(error, name)
    if (matches(value, NAME)) facts.set(name, value)
  }
  const deeper = depth < DEEPEST
  return {
    type: matches(error.name, NAME) ? error.name : 'Error',
    ...Object.fromEntries(facts),
    stack: framesOf(error),
    ...(deeper && error.cause !== undefined && { cause: describeError(error.cause, depth + 1) }),
    ...(deeper &&
      error instanceof AggregateError && {
        errors: error.errors.slice(0, WIDEST).map((one) => describeError(one, depth + 1)),
      }),
  }
}

const isFacts = (value: unknown): value is object => typeof value === 'object' && value !== null

const matches = (value: unknown, form: RegExp): value is string =>
  typeof value === 'string' && form.test(value)

/** The places in the code, without the message above them, whose lines may look like places. */
function framesOf({ stack, message }: Error): string {
  const text = typeof stack === 'string' ? stack : ''
  const at = text.indexOf(message)
  const below = at === -1 ? '' : text.slice(at + message.length)
  return below
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim())
    .join('\n')
}
