import { Problem } from '@/lib/shared/problem'
import { parseAnswer, SUCCESS } from './answer'
import { ask, READ_TIMEOUT_MS } from './connection'
import { UnreadableReply } from './unreadable-reply'

/**
 * Deletes a task at the provider. Only a success in the provider's own envelope counts, since a captive portal answers with a page
 * and HTTP 200 too. What deleting does to a running task or to credits is undocumented.
 * @throws Problem provider_unreachable: the provider didn't answer | provider_refused: it answered with a failure
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
