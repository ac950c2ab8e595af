import type { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { config } from '@/lib/server/config.js'
import { Fault } from '@/lib/server/fault'
import { type Dialler, dial } from '@/lib/server/outgoing'
import { LOGGED, type Logged } from '@/lib/shared/logged'

const CONNECT_MS = 10_000
const CALL_TIMEOUT_MS = 600_000 // overall, even while bytes keep arriving
/** Timeout in ms of calls that are free and can be repeated. */
export const READ_TIMEOUT_MS = 15_000
const MAX_BODY = 1_000_000 // bytes; usual answers have a few hundred

type Call = {
  path: string
  type: string
  body: string | Readable
  length?: number
  /** ms without progress before giving up; upload progress counts. */
  timeout: number
}

/** `type` and `retryAfter` are the raw headers Content-Type and Retry-After. */
export type Reply = { status: number; type: string | null; retryAfter: string | null; body: string }

/** A call failed before its answer was read. `sent`: parts of the request may have reached the provider. */
export class CallError extends Error {
  override name = 'CallError'
  readonly [LOGGED]: Logged

  constructor(
    readonly sent: boolean,
    cause: unknown,
  ) {
    super(sent ? 'the answer was lost' : 'no connection', { cause })
    this[LOGGED] = { sent }
  }
}

/**
 * Makes one call on a fresh connection and never repeats it. A reused connection may be closing just as the request goes out, which
 * looks like a lost answer; and only a fresh one can tell "never connected" from "cut off".
 * @throws CallError
 */
export async function callOnce(call: Call): Promise<Reply> {
  let connected = false
  const { dispatcher, destroy } = await dial({
    pipelining: 0,
    connectMs: CONNECT_MS,
    onConnected: () => {
      connected = true
    },
  })
  try {
    return await post(call, dispatcher)
  } catch (error) {
    throw new CallError(connected, error)
  } finally {
    await destroy()
  }
}

/** Enough to poll 10,000 tasks at a provider that answers in a third of a second. */
const CONNECTIONS = 128

let kept: Promise<Dialler> | undefined

/**
 * Makes a call that is free and can be repeated, on a kept-alive connection: a new one for each poll would cost more than the rest
 * of it. A failure tells nothing about what was sent.
 */
export async function ask(call: Call): Promise<Reply> {
  kept ??= dial({ connections: CONNECTIONS, connectMs: CONNECT_MS })
  return post(call, (await kept).dispatcher)
}

async function post({ path, type, body, length, timeout }: Call, dispatcher: Dispatcher): Promise<Reply> {
  const { TENSORSLAB_BASE_URL, TENSORSLAB_API_KEY } = config()
  const { request } = await import('undici')
  const end = new AbortController()
  const timer = setTimeout(
    () => end.abort(new DOMException('the call took too long', 'TimeoutError')),
    CALL_TIMEOUT_MS,
  )
  try {
    const answer = await request(`${TENSORSLAB_BASE_URL}${path}`, {
      method: 'POST',
      dispatcher,
      signal: end.signal,
      headersTimeout: timeout,
      bodyTimeout: timeout,
      headers: {
        authorization: `Bearer ${TENSORSLAB_API_KEY}`,
        accept: 'application/json',
        'content-type': type,
        ...(length !== undefined && { 'content-length': `${length}` }),
      },
      body,
    })
    return {
      status: answer.statusCode,
      type: textOf(answer.headers['content-type']),
      retryAfter: textOf(answer.headers['retry-after']),
      body: await readText(answer.body),
    }
  } finally {
    clearTimeout(timer)
  }
}

const textOf = (header: string | string[] | undefined): string | null =>
  typeof header === 'string' ? header : null

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > MAX_BODY) throw new Fault(`an answer of more than ${MAX_BODY} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
