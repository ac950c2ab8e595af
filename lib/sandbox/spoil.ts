import type { FaultOn } from './faults'
import { answer, type Outcome } from './outcome'
import { failure, outOfCredits, page, tooManyRequests, unauthorized } from './replies'

type ApiFault = FaultOn<'create'> | FaultOn<'read'> | FaultOn<'delete'>
type Spoiling = Exclude<
  ApiFault,
  {
    fault:
      | 'not-found'
      | 'unknown-status'
      | 'skip-statuses'
      | 'no-url'
      | 'odd-urls'
      | 'odd-seed'
      | 'task-failed'
      | 'refused'
  }
>

/** Turns the true response into what the caller gets instead. */
export async function spoil(fault: Spoiling, truth: Response): Promise<Outcome> {
  switch (fault.fault) {
    case 'drop':
    case 'drop-before-reading':
    case 'drop-after-accepting':
      return { kind: 'drop' }
    case 'hang':
    case 'hang-before-creating':
      return { kind: 'hang' }
    case 'short-body':
      return { kind: 'cut', response: truth }
    case 'slow':
      return { kind: 'answer', response: truth, delayMs: fault.ms }
    case 'cut-json':
      return answer(await halved(truth))
    case 'success-with-status':
      return answer(new Response(truth.body, { status: fault.status, headers: truth.headers }))
    case 'http-error':
      return answer(failure('Internal error', fault.status))
    case 'foreign':
      return answer(
        new Response(fault.body, { status: fault.status, headers: { 'content-type': fault.type } }),
      )
    case 'html':
      return answer(page(fault.status))
    case 'no-taskid':
      return answer(Response.json({ code: 1000, msg: 'Task created successfully', ...NO_TASKID[fault.data] }))
    case 'code-9000':
      return answer(outOfCredits(fault.msg))
    case 'code-9999':
      return answer(failure(fault.msg))
    case 'unauthorized':
      return answer(unauthorized())
    case 'too-many-requests':
      return answer(tooManyRequests(fault.retryAfter))
  }
}

const NO_TASKID = { absent: {}, empty: { data: {} } }

/** Complete as HTTP, truncated as JSON. */
async function halved(truth: Response): Promise<Response> {
  const text = await truth.text()
  return new Response(text.slice(0, text.length >> 1), { status: truth.status, headers: truth.headers })
}
