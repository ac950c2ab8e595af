import { Problem } from '@/lib/shared/problem'
import { parseAnswer, SUCCESS } from './answer'
import { ask, READ_TIMEOUT_MS } from './connection'
import { UnreadableReply } from './unreadable-reply'

/**
 * Asks the provider to forget a task. Done is what its own envelope calls a success; a page with HTTP 200, as a captive
 * portal gives, is none. What it does to a running task or to credits is not documented.
 * @throws Problem provider_unreachable: no answer of the provider's came | provider_refused: one that is no success
 */
export async function deleteTask(taskid: string): Promise<void> {
  const body = JSON.stringify({ taskids: [taskid] })
  const reply = await ask({
    path: '/v1/video/deletevideotask',
    type: 'application/json',
    body,
    timeout: READ_TIMEOUT_MS,
  }).catch((cause: unknown) => {
    throw new Problem('provider_unreachable', 'The provider can’t be reached.', { cause })
  })
  const answer = parseAnswer(reply.body)
  if (answer?.code === SUCCESS && reply.status < 300) return
  const cause = new UnreadableReply(reply)
  throw answer
    ? new Problem('provider_refused', `The provider didn’t delete the task (HTTP ${reply.status}).`, {
        cause,
      })
    : new Problem('provider_unreachable', `HTTP ${reply.status}, but not from the provider.`, {
        cause,
      })
}
