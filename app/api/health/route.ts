import { ready } from '@/lib/server/store'

/** Whether the studio can serve: its database answers. */
export async function GET(): Promise<Response> {
  const ok = await ready()
  return Response.json(
    { status: ok ? 'ok' : 'unavailable' },
    { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
