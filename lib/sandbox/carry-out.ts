import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Outcome } from './outcome'

const DRIP_BYTES = 16_384

/**
 * Carries out an outcome on the socket. `gone` aborts every wait when the caller disconnects; `healed` ends the delay of
 * a response.
 * @throws AbortError | Error when the caller has disconnected
 */
export async function carryOut(
  outcome: Outcome,
  response: ServerResponse,
  gone: AbortSignal,
  healed: AbortSignal,
): Promise<void> {
  switch (outcome.kind) {
    case 'hang':
      return
    case 'drop':
      response.destroy()
      return
    case 'answer':
      if (outcome.delayMs) await delay(outcome.delayMs, gone, healed)
      return send(outcome.response, response)
    case 'drip':
      return drip(outcome.response, outcome.pauseMs, response, gone)
    case 'cut':
      return cut(outcome.response, response)
  }
}

async function delay(ms: number, gone: AbortSignal, healed: AbortSignal): Promise<void> {
  const signal = AbortSignal.any([gone, healed])
  await pause(ms, undefined, { signal }).catch(() => gone.throwIfAborted()) // healed: no more delay
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  if (answer.headers.has('content-length')) {
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    await pipeline(answer.body ?? [], response)
  } else {
    const body = Buffer.from(await answer.arrayBuffer())
    head(answer, body.byteLength, response).end(body)
  }
}

const head = (answer: Response, length: number, response: ServerResponse): ServerResponse =>
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': length })

async function drip(answer: Response, pauseMs: number, response: ServerResponse, gone: AbortSignal) {
  const body = Buffer.from(await answer.arrayBuffer())
  head(answer, body.byteLength, response)
  for (let at = 0; at < body.byteLength; at += DRIP_BYTES) {
    response.write(body.subarray(at, at + DRIP_BYTES))
    await pause(pauseMs, undefined, { signal: gone })
  }
  response.end()
}

async function cut(answer: Response, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer())
  head(answer, body.byteLength, response)
  response.write(body.subarray(0, body.byteLength >> 1), () => response.destroy())
}
