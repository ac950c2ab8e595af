import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { jsonOf } from './body'
import { faultSchema } from './faults'
import type { Ledger } from './ledger'
import { type Settings, settingsSchema } from './settings'
import type { World } from './world'

/** One fault or a list. */
const faultsSchema = z.preprocess((body) => (Array.isArray(body) ? body : [body]), z.array(faultSchema))

/** What can be controlled over HTTP. */
type Controllable = {
  ledger(): Ledger
  forget(): Promise<void>
  heal(): void
  set(settings: Partial<Settings>): void
}

/** Routes under /sandbox, with which tests and demos control it; null when there is no such route. */
export async function control(
  sandbox: Controllable,
  world: World,
  request: Request,
): Promise<Response | null> {
  const { pathname } = new URL(request.url)
  switch (`${request.method} ${pathname}`) {
    case 'GET /sandbox/ledger':
      return Response.json(sandbox.ledger())
    case 'DELETE /sandbox/ledger':
      await sandbox.forget()
      return done()
    case 'GET /sandbox/faults':
      return Response.json(world.faults.list())
    case 'POST /sandbox/faults':
      world.faults.add(await jsonOf(request, faultsSchema))
      return done()
    case 'DELETE /sandbox/faults':
      sandbox.heal()
      return done()
    case 'GET /sandbox/settings':
      return Response.json(world.settings)
    case 'PUT /sandbox/settings':
      sandbox.set(await jsonOf(request, settingsSchema.partial()))
      return Response.json(world.settings)
  }
  const sha256 = request.method === 'GET' && /^\/sandbox\/images\/([0-9a-f]{64})$/.exec(pathname)?.[1]
  return sha256 ? image(world, sha256) : null
}

/** The bytes of an uploaded image, exactly as received. */
async function image(world: World, sha256: string): Promise<Response | null> {
  const found = world.images.get(sha256)
  if (!found) return null
  return new Response(await readFile(found.path), { headers: { 'content-type': found.type } })
}

const done = (): Response => new Response(null, { status: 204 })
