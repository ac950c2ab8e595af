import {
  BATCH_JSON_BYTES,
  batchLimits,
  checkBatch,
  createBatch,
  images,
  listBatches,
  parseBatchForm,
  parseBatchJson,
} from '@/lib/server/generations'
import { handle, idempotencyKey, readQuery, receiveForm, receiveJson } from '@/lib/server/http'

type Given = Parameters<typeof createBatch>[0]

/** Queues a generation for each row of a table, or none; with `?dryRun=1`, only checks it. */
export const POST = handle(async (request, user) => {
  const key = idempotencyKey(request)
  const token = user.via === 'token' ? user.token : null
  const dryRun = readQuery(request).dryRun === '1'
  const respond = async (given: Given) => {
    if (dryRun) return Response.json(await checkBatch(given, user, request.signal))
    const { batch, replayed } = await createBatch(given, key, user, { token, gone: request.signal })
    return replayed
      ? Response.json(batch, { status: 200, headers: { 'idempotent-replayed': 'true' } })
      : Response.json(batch, { status: 201 })
  }
  if (request.headers.get('content-type')?.startsWith('application/json'))
    return respond(parseBatchJson(await receiveJson(request, BATCH_JSON_BYTES)))
  return receiveForm(request, batchLimits(images.limits.fileBytes), user.id, async (parts) =>
    respond(await parseBatchForm(parts)),
  )
})

/** One’s own batches, newest first. */
export const GET = handle(async (request, user) =>
  Response.json(await listBatches(user, readQuery(request).cursor ?? null)),
)
