import { healthy } from '@/lib/server/health'

/** Whether the studio can serve. For load balancers and people, so nobody is asked who they are. */
export async function GET(): Promise<Response> {
  const [status, code] = (await healthy()) ? ['ok', 200] : ['unavailable', 503]
  return Response.json({ status }, { status: code, headers: { 'cache-control': 'private, no-store' } })
}
