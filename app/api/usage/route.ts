import { handle, readQuery } from '@/lib/server/http'
import { usageCsv, usageOf } from '@/lib/server/spend'

const CSV = 'text/csv'

const wantsCsv = (request: Request, format?: string): boolean =>
  format === 'csv' || (format === undefined && (request.headers.get('accept') ?? '').includes(CSV))

/** A month's usage (`?month=2026-11&by=person`): an owner sees everybody's, others their own. Also as CSV. */
export const GET = handle(async (request, user) => {
  const { format, ...query } = readQuery(request)
  const usage = await usageOf(user, query)
  if (!wantsCsv(request, format)) return Response.json(usage)
  const name = `usage-${usage.month ?? 'all'}-by-${usage.by}.csv`
  const headers = {
    'content-type': `${CSV}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
  }
  return new Response(usageCsv(usage), { headers })
})
