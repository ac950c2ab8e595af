import { healthy } from '@/lib/server/health'
import { hasRoom } from '@/lib/server/room'

const DETAIL = {
  unavailable:
    'The server is starting, or can’t use its database or data folder right now. The log says why.',
  disk_full: 'The disk is full: nothing new can be saved until there is space.',
}

/**
 * Whether the server can serve requests. For load balancers and people, so it needs no sign-in. `reason` is
 * `disk_full` if that is the only problem.
 */
export async function GET(): Promise<Response> {
  const [body, status] = await state()
  return Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })
}

async function state(): Promise<[body: object, status: number]> {
  if (!(await healthy())) return [{ status: 'unavailable', detail: DETAIL.unavailable }, 503]
  if (!(await hasRoom())) {
    return [{ status: 'unavailable', reason: 'disk_full', detail: DETAIL.disk_full }, 503]
  }
  return [{ status: 'ok' }, 200]
}
