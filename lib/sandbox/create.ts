import { rm } from 'node:fs/promises'
import { MODELS, type ModelId } from '@/lib/shared/models'
import { denialOf, pay } from './account'
import { schemeOf } from './authorization'
import { check } from './check'
import { enqueue } from './concurrency'
import type { Arrival } from './ledger'
import { answer, type Outcome } from './outcome'
import { drain, type Received, receive } from './receive'
import { failure, success, unauthorized } from './replies'
import { spoil } from './spoil'
import { newTask, orderOf, type Task } from './task'
import type { World } from './world'

/** Handles a create at a model's path, for example POST /v1/video/seedancev2. */
export const createWith =
  (model: ModelId) =>
  (world: World, request: Request, ended: Promise<void>): Promise<Outcome> =>
    create(world, model, request, ended)

async function create(
  world: World,
  model: ModelId,
  request: Request,
  ended: Promise<void>,
): Promise<Outcome> {
  const fault = world.faults.take('create')
  const arrival: Arrival = {
    startedAt: world.now(),
    endedAt: null,
    fault: fault?.fault ?? null,
    taskid: null,
    refusal: null,
  }
  world.ledger.creates.push(arrival)
  void ended.then(() => {
    arrival.endedAt = world.now()
  })
  if (fault?.fault === 'drop-before-reading') return { kind: 'drop' }
  if (fault?.created === false) {
    await drain(request)
    return spoil(fault, failure('Nothing was created'))
  }
  const truth = await accept(world, model, request, arrival)
  return fault ? spoil(fault, truth) : answer(truth)
}

async function accept(world: World, model: ModelId, request: Request, arrival: Arrival): Promise<Response> {
  const authorization = schemeOf(request, world.key, world.settings)
  if (!authorization) {
    await drain(request)
    arrival.refusal = 'unauthorized'
    return unauthorized()
  }
  const received = await receive(request, world.folder)
  const accepted = await check(MODELS[model], received)
  if (typeof accepted === 'string') {
    arrival.refusal = accepted
    await discard(received)
    return failure(accepted)
  }
  const denial = denialOf(world)
  if (denial) {
    arrival.refusal = denial.refusal
    await discard(received)
    return denial.response
  }
  pay(world)
  const task = newTask(accepted.submission, accepted.images, world.settings, world.now())
  world.tasks.set(task.taskid, task)
  enqueue(world, task)
  for (const image of task.images) world.images.set(image.sha256, image)
  world.ledger.tasks.push({
    taskid: task.taskid,
    at: task.createdAt,
    model,
    fields: Object.fromEntries(received.fields),
    images: accepted.images.map(({ name, type, bytes, sha256 }) => ({ name, type, bytes, sha256 })),
    authorization,
    status: null,
    deletedAt: null,
  })
  arrival.taskid = task.taskid
  void renderVideo(world, task)
  return success('Task created successfully', { taskid: task.taskid })
}

/** Runs after the response; an error becomes the task's failure, as at the provider. */
async function renderVideo(world: World, task: Task): Promise<void> {
  try {
    task.rendered = { files: await world.renderer.render(orderOf(task)), at: world.now() }
  } catch (error) {
    task.failure ??= error instanceof Error ? error.message : String(error)
  }
}

async function discard({ files }: Received): Promise<void> {
  await Promise.all(files.map(({ path }) => rm(path, { force: true })))
}
