import { Problem } from '@/lib/shared/problem'
import { ask, LOOK_MS } from './connection'
import { scrub } from './scrub'

/**
 * Asks the provider to forget a task. What that does to a running task or to credits is not documented.
 * @throws Problem provider_unreachable | provider_refused
 */
export async function deleteTask(taskid: string): Promise<void> {
  const body = JSON.stringify({ taskids: [taskid] })
  const reply = await ask({
    path: '/v1/video/deletevideotask',
    type: 'application/json',
    body,
    patience: LOOK_MS,
  }).catch((cause: unknown) => {
    throw new Problem('provider_unreachable', 'The provider could not be reached.', { cause })
  })
  if (reply.status >= 500)
    throw new Problem('provider_unreachable', `The provider answered HTTP ${reply.status}.`)
  if (reply.status >= 300) throw new Problem('provider_refused', scrub(reply.body) || `HTTP ${reply.status}`)
}
