import { LOGGED } from '@/lib/shared/logged'

/** An error as logged: names, codes and stack frames, each in a form that can't hold free text. */
type Described = { type: string; [fact: string]: unknown }

const NAME = /^[A-Za-z_$][\w$]{0,60}$/
const CODE = /^[A-Z0-9_]{1,60}$/
/** Further fields from Node and PostgreSQL: names of calls, tables and constraints, all from code. */
const NAMES = ['syscall', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const
const FRAME = /^ {4}at [^\n]{1,300}:\d+:\d+\)?$/
const MAX_FRAMES = 12
const MAX_DEPTH = 6 // causes of causes
const MAX_ERRORS = 4 // errors of an AggregateError

/**
 * Describes an error for the log by an allowlist, never by its message, which may quote the prompt, a whole response, a signed address or
 * a query's parameters in any form. Our own errors put what may be logged under LOGGED.
 */
export function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: error === null ? 'null' : typeof error }
  const facts = new Map(Object.entries(LOGGED in error && isFacts(error[LOGGED]) ? error[LOGGED] : {}))
  if ('code' in error && matches(error.code, CODE)) facts.set('code', error.code)
  for (const name of NAMES) {
    const value: unknown = Reflect.get(error, name)
    if (matches(value, NAME)) facts.set(name, value)
  }
  const deeper = depth < MAX_DEPTH
  return {
    type: matches(error.name, NAME) ? error.name : 'Error',
    ...Object.fromEntries(facts),
    stack: framesOf(error),
    ...(deeper && error.cause !== undefined && { cause: describeError(error.cause, depth + 1) }),
    ...(deeper &&
      error instanceof AggregateError && {
        errors: error.errors.slice(0, MAX_ERRORS).map((one) => describeError(one, depth + 1)),
      }),
  }
}

const isFacts = (value: unknown): value is object => typeof value === 'object' && value !== null

const matches = (value: unknown, form: RegExp): value is string =>
  typeof value === 'string' && form.test(value)

/** The stack frames, without the message above them, whose lines may look like frames. */
function framesOf({ stack, message }: Error): string {
  const text = typeof stack === 'string' ? stack : ''
  const at = text.indexOf(message)
  const below = at === -1 ? '' : text.slice(at + message.length)
  return below
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim())
    .join('\n')
}
