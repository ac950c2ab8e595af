import * as z from 'zod'
import { schemeOf } from './authorization'
import { jsonOf } from './body'
import { withdraw } from './concurrency'
import { answer, type Outcome } from './outcome'
import { failure, success, unauthorized } from './replies'
import { spoil } from './spoil'
import type { World } from './world'

const requestSchema = z.object({ taskids: z.array(z.string()).min(1) })

/** POST /v1/video/deletevideotask. All or none: an unknown task among them gives 400. */
export async function remove(world: World, request: Request): Promise<Outcome> {
  const { taskids } = await jsonOf(request, requestSchema)
  const fault = world.faults.take('delete', { taskids })
  if (!schemeOf(request, world.key, world.settings)) return answer(unauthorized())
  if (fault?.fault === 'refused') return answer(failure(fault.msg, 400))
  const tasks = taskids.map((taskid) => world.tasks.get(taskid)).filter((task) => task !== undefined)
  if (tasks.length < taskids.length) return answer(failure('Task not found', 400))
  withdraw(world, tasks)
  for (const taskid of taskids) forget(world, taskid)
  const truth = success('Tasks deleted successfully', {})
  return fault ? spoil(fault, truth) : answer(truth)
}

/** A video still being rendered is finished and dropped, which the contract leaves open. */
function forget(world: World, taskid: string): void {
  world.tasks.delete(taskid)
  for (const [path, address] of world.addresses) if (address.taskid === taskid) world.addresses.delete(path)
  const entry = world.ledger.tasks.find((task) => task.taskid === taskid)
  if (entry) entry.deletedAt = world.now()
}
