import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { mint } from './addresses'
import type { FaultOn } from './faults'
import type { Download } from './ledger'
import { answer, type Outcome } from './outcome'
import { failure, page } from './replies'
import type { Address } from './task'
import type { World } from './world'

const TYPES = { video: 'video/mp4', 'last-frame': 'image/png' } as const

/** GET /results/…: behaves like the object store in front of the provider. */
export async function result(world: World, request: Request, ended: Promise<void>): Promise<Outcome> {
  const path = new URL(request.url).pathname
  if (request.headers.has('authorization')) {
    world.ledger.leaks.push({ at: world.now(), path })
    return answer(denied(400, 'A result must be asked for without Authorization'))
  }
  const address = world.addresses.get(path)
  if (!address) return answer(denied(404, 'NoSuchKey'))
  const { taskid, file } = address
  const fault = world.faults.take('result', { taskids: [taskid], file })
  const entry: Download = {
    taskid,
    file,
    fault: fault?.fault ?? null,
    status: null,
    startedAt: world.now(),
    endedAt: null,
  }
  world.ledger.downloads.push(entry)
  void ended.then(() => {
    entry.endedAt = world.now()
  })
  const outcome = await serve(world, address, fault)
  if ('response' in outcome) entry.status = outcome.response.status
  return outcome
}

async function serve(world: World, address: Address, fault: FaultOn<'result'> | null): Promise<Outcome> {
  if (fault?.fault === 'expired') address.expiresAt = world.now()
  if (address.expiresAt <= world.now()) return answer(denied(403, 'Request has expired'))
  switch (fault?.fault) {
    case undefined:
    case 'expired':
      return answer(await fileOf(address))
    case 'drop':
    case 'hang':
      return { kind: fault.fault }
    case 'cut':
      return { kind: 'cut', response: await fileOf(address) }
    case 'drip':
      return { kind: 'drip', response: await fileOf(address), pauseMs: fault.ms }
    case 'slow':
      return { kind: 'answer', response: await fileOf(address), delayMs: fault.ms }
    case 'wrong-type':
      return answer(await fileOf(address, fault.type))
    case 'http-error':
      return answer(failure('Internal error', fault.status))
    case 'forbidden':
      return answer(denied(403, 'AccessDenied'))
    case 'html':
      return answer(page(fault.status))
    case 'moved': {
      const location = fault.location ?? mint(world, address, address).path
      return answer(new Response(null, { status: fault.status, headers: { location } }))
    }
  }
}

async function fileOf({ source, file }: Address, type: string = TYPES[file]): Promise<Response> {
  const { size } = await stat(source)
  return new Response(Readable.toWeb(createReadStream(source)) as ReadableStream, {
    headers: { 'content-type': type, 'content-length': `${size}` },
  })
}

const denied = (status: number, message: string): Response =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Message>${message}</Message></Error>`, {
    status,
    headers: { 'content-type': 'application/xml' },
  })
