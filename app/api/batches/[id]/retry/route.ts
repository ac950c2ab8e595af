import { retryBatch } from '@/lib/server/generations'
import { handle, receiveJson } from '@/lib/server/http'

/** Queues failed and rejected rows again. */
export const POST = handle<{ id: string }>(async (request, user, { id }) => {
  const token = user.via === 'token' ? user.token : null
  return Response.json(await retryBatch(id, await receiveJson(request), user, token))
})
