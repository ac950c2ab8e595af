import { batchResults } from '@/lib/server/generations'
import { dispositionOf, handle } from '@/lib/server/http'

/** What became of each row, for a spreadsheet. */
export const GET = handle<{ id: string }>(async (_, user, { id }) => {
  const { name, csv } = await batchResults(id, user)
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': dispositionOf('attachment', `${name || id}.csv`),
    },
  })
})
