import { readQueue, updateQueue } from '@/lib/server/generations'
import { handle, handleFor, receiveJson } from '@/lib/server/http'

/** The queue: whether it is stopped, how many wait, and how many are with the provider. */
export const GET = handle(async () => Response.json(await readQueue()))

/** Holds the queue, or lets it go on. It is everybody’s, so in a team this is for owners. */
export const PATCH = handleFor('keeper')(async (request) =>
  Response.json(await updateQueue(await receiveJson(request))),
)
