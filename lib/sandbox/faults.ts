import * as z from 'zod'
import { NO_CREDITS } from './replies'

const httpStatus = z
  .int()
  .min(200)
  .max(599)
  .refine((status) => ![204, 205, 304].includes(status), 'An answer of this status has no body.')
const errorStatus = z.int().min(400).max(599)
const milliseconds = z.int().min(0).max(600_000)

/** Options of every fault: how often it occurs, and for which task only. */
const base = {
  times: z.union([z.int().min(1), z.literal('always')]).default(1),
  taskid: z.string().optional(),
}

const fault = <On extends string, Name extends string, Shape extends z.ZodRawShape>(
  on: On,
  name: Name,
  shape: Shape,
) => z.strictObject({ ...base, on: z.literal(on), fault: z.literal(name), ...shape })

/** Whether the task is created although its response is spoiled. Fixed where the fault's name implies it. */
const always = z.literal(true).default(true)
const never = z.literal(false).default(false)
const optional = z.boolean().default(false)

const html = { status: httpStatus.default(200) }
const httpError = { status: errorStatus.default(500) }
const busy = { retryAfter: z.string().optional() }
/** A response from something between the provider and the caller, such as a gateway. */
const foreign = { status: httpStatus, type: z.string().default('text/html'), body: z.string() }
const slow = { ms: milliseconds.default(2_000) }

const create = [
  fault('create', 'drop-before-reading', { created: never }),
  fault('create', 'drop-after-accepting', { created: always }),
  fault('create', 'hang', { created: always }),
  fault('create', 'hang-before-creating', { created: never }),
  fault('create', 'http-error', { created: optional, ...httpError }),
  fault('create', 'html', { created: optional, ...html }),
  fault('create', 'cut-json', { created: always }),
  fault('create', 'short-body', { created: always }),
  fault('create', 'no-taskid', { created: optional, data: z.enum(['absent', 'empty']).default('absent') }),
  fault('create', 'success-with-status', { created: always, ...httpError }),
  fault('create', 'code-9000', { created: never, msg: z.string().default(NO_CREDITS) }),
  fault('create', 'code-9999', { created: never, msg: z.string().default('Task creation failed') }),
  fault('create', 'unauthorized', { created: never }),
  fault('create', 'too-many-requests', { created: never, ...busy }),
  fault('create', 'slow', { created: always, ...slow }),
] as const

const read = [
  fault('read', 'drop', {}),
  fault('read', 'hang', {}),
  fault('read', 'http-error', httpError),
  fault('read', 'html', html),
  fault('read', 'cut-json', {}),
  fault('read', 'short-body', {}),
  fault('read', 'unauthorized', {}),
  fault('read', 'too-many-requests', busy),
  fault('read', 'slow', slow),
  fault('read', 'foreign', foreign),
  fault('read', 'not-found', {}),
  fault('read', 'unknown-status', { status: z.int().default(7) }),
  fault('read', 'skip-statuses', { statuses: z.array(z.union([z.literal(1), z.literal(2), z.literal(5)])) }),
  fault('read', 'no-url', { url: z.enum(['empty', 'null', 'absent']).default('empty') }),
  fault('read', 'odd-urls', { urls: z.unknown() }),
  fault('read', 'odd-seed', { seed: z.unknown() }),
  fault('read', 'task-failed', { message: z.string().default('Generation failed') }),
] as const

const remove = [
  fault('delete', 'drop', {}),
  fault('delete', 'hang', {}),
  fault('delete', 'http-error', httpError),
  fault('delete', 'html', html),
  fault('delete', 'too-many-requests', busy),
  fault('delete', 'slow', slow),
  fault('delete', 'foreign', foreign),
  fault('delete', 'refused', { msg: z.string().default('Delete failed') }),
] as const

const onResult = { file: z.enum(['video', 'last-frame']).optional() }
const result = [
  fault('result', 'drop', onResult),
  fault('result', 'hang', onResult),
  fault('result', 'http-error', { ...onResult, ...httpError }),
  fault('result', 'forbidden', onResult),
  fault('result', 'expired', onResult),
  fault('result', 'cut', onResult),
  fault('result', 'drip', { ...onResult, ms: milliseconds.default(100) }),
  fault('result', 'slow', { ...onResult, ...slow }),
  fault('result', 'html', { ...onResult, ...html }),
  fault('result', 'wrong-type', { ...onResult, type: z.string().default('application/octet-stream') }),
  fault('result', 'moved', {
    ...onResult,
    status: z.union([z.literal(301), z.literal(302), z.literal(307), z.literal(308)]).default(302),
    location: z.string().optional(),
  }),
] as const

export const faultSchema = z.discriminatedUnion('on', [
  z.discriminatedUnion('fault', create),
  z.discriminatedUnion('fault', read),
  z.discriminatedUnion('fault', remove),
  z.discriminatedUnion('fault', result),
])
export type Fault = z.output<typeof faultSchema>
/** A fault as ordered: only `on` and `fault` are required. */
export type FaultOrder = z.input<typeof faultSchema>
export type FaultOn<On extends Fault['on']> = Extract<Fault, { on: On }>

/** Names of all faults, by the call they affect. */
export const FAULTS = {
  create: create.map(({ shape }) => shape.fault.value),
  read: read.map(({ shape }) => shape.fault.value),
  delete: remove.map(({ shape }) => shape.fault.value),
  result: result.map(({ shape }) => shape.fault.value),
}
