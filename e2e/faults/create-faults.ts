import type { FaultOrder } from '@/lib/sandbox'
import type { ProblemCode } from '@/lib/shared/problem'

/** How a submission may end. `accepted`: it has a taskid; `nothing`: there is no record of it. */
export type Outcome = 'accepted' | 'unknown' | 'rejected' | 'nothing'

type FaultOf<On extends FaultOrder['on']> = Extract<FaultOrder, { on: On }>
export type CreateFault = { fault: FaultOf<'create'>; outcome: Outcome; code: ProblemCode | null }

const lost = (...faults: FaultOf<'create'>[]): CreateFault[] =>
  faults.map((fault) => ({ fault, outcome: 'unknown', code: 'provider_unclear' }))
const refused = (code: ProblemCode, ...faults: FaultOf<'create'>[]): CreateFault[] =>
  faults.map((fault) => ({ fault, outcome: 'rejected', code }))
const accepted = (...faults: FaultOf<'create'>[]): CreateFault[] =>
  faults.map((fault) => ({ fault, outcome: 'accepted', code: null }))

/** Create faults that end by themselves, with the outcome that docs/decisions/002 requires. */
export const CREATE: CreateFault[] = [
  ...lost(
    { on: 'create', fault: 'drop-before-reading' },
    { on: 'create', fault: 'drop-after-accepting' },
    { on: 'create', fault: 'http-error', status: 500 },
    { on: 'create', fault: 'http-error', status: 503, created: true },
    { on: 'create', fault: 'http-error', status: 408, created: true },
    { on: 'create', fault: 'html' },
    { on: 'create', fault: 'html', created: true },
    { on: 'create', fault: 'html', status: 502, created: true },
    { on: 'create', fault: 'cut-json' },
    { on: 'create', fault: 'short-body' },
    { on: 'create', fault: 'no-taskid', created: true },
    { on: 'create', fault: 'no-taskid', data: 'empty', created: true },
  ),
  ...refused('out_of_credits', { on: 'create', fault: 'code-9000' }),
  ...refused(
    'provider_refused',
    { on: 'create', fault: 'code-9999' },
    { on: 'create', fault: 'unauthorized' },
    { on: 'create', fault: 'http-error', status: 400 },
    { on: 'create', fault: 'html', status: 403 },
  ),
  ...refused(
    'provider_busy',
    { on: 'create', fault: 'too-many-requests' },
    { on: 'create', fault: 'too-many-requests', retryAfter: '7' },
  ),
  ...accepted(
    { on: 'create', fault: 'slow', ms: 300 },
    { on: 'create', fault: 'success-with-status', status: 500 },
    { on: 'create', fault: 'success-with-status', status: 429 },
  ),
]

/** Creates that never get a response. The studio's timeout is a minute, so most end by a kill. */
export const SILENCE: CreateFault[] = lost(
  { on: 'create', fault: 'hang' },
  { on: 'create', fault: 'hang-before-creating' },
)

/** Poll faults. Only the provider's own `task-failed` may end a task. */
export const READ: FaultOf<'read'>[] = [
  { on: 'read', fault: 'drop' },
  { on: 'read', fault: 'http-error' },
  { on: 'read', fault: 'http-error', status: 503 },
  { on: 'read', fault: 'html' },
  { on: 'read', fault: 'html', status: 502 },
  { on: 'read', fault: 'cut-json' },
  { on: 'read', fault: 'short-body' },
  { on: 'read', fault: 'unauthorized' },
  { on: 'read', fault: 'too-many-requests', retryAfter: '1' },
  { on: 'read', fault: 'slow', ms: 300 },
  { on: 'read', fault: 'foreign', status: 404, body: '<h1>404 Not Found</h1><hr>nginx' },
  { on: 'read', fault: 'foreign', status: 410, type: 'application/json', body: '{"error":"gone"}' },
  { on: 'read', fault: 'not-found' },
  { on: 'read', fault: 'unknown-status' },
  { on: 'read', fault: 'skip-statuses', statuses: [1, 2, 5] },
  { on: 'read', fault: 'no-url' },
  { on: 'read', fault: 'no-url', url: 'null' },
  { on: 'read', fault: 'no-url', url: 'absent' },
  { on: 'read', fault: 'odd-urls', urls: [null, 'first', {}, 'second'] },
  { on: 'read', fault: 'odd-urls', urls: [7, '', {}] },
  { on: 'read', fault: 'task-failed' },
]

/** Download faults, none of which may lose a video. */
export const RESULT: FaultOf<'result'>[] = [
  { on: 'result', fault: 'drop' },
  { on: 'result', fault: 'http-error' },
  { on: 'result', fault: 'http-error', status: 404 },
  { on: 'result', fault: 'forbidden' },
  { on: 'result', fault: 'expired' },
  { on: 'result', fault: 'cut' },
  { on: 'result', fault: 'drip', ms: 30 },
  { on: 'result', fault: 'slow', ms: 300 },
  { on: 'result', fault: 'html' },
  { on: 'result', fault: 'html', status: 503 },
  { on: 'result', fault: 'wrong-type' },
  { on: 'result', fault: 'wrong-type', type: 'text/html' },
  { on: 'result', fault: 'moved' },
  { on: 'result', fault: 'moved', status: 308 },
  { on: 'result', fault: 'moved', location: 'http://169.254.169.254/latest/meta-data' },
]
