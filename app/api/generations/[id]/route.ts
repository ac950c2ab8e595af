import { read } from '@/lib/server/generations'
import { handle } from '@/lib/server/http'

/** One generation, as it stands. */
export const GET = handle<{ id: string }>(async (_request, person, { id }) =>
  Response.json(await read(id, person)),
)
