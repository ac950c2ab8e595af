import { type Access, type AdmittedAt, admit } from '@/lib/server/auth'
import { log } from '@/lib/server/log'
import { asRequest } from '@/lib/server/request-id'
import { isKnownAsFull, storageFull } from '@/lib/server/room'
import { PROBLEMS, Problem, problemBody } from '@/lib/shared/problem'
import { FILE_CACHE } from './file-answer'

/** Responses are personal: no proxy or shared browser may store them. */
const NO_STORE = 'private, no-store'

type Handler<D extends Access, Params> = (
  request: Request,
  principal: AdmittedAt<D>,
  params: Params,
) => Promise<Response>
type Context<Params> = { params: Promise<Params> }

/**
 * Wraps every route: authorizes the request by the route's access policy and turns every throw into a problem response. Adds the request
 * id of the log to each response, and forbids storing it unless it is a file.
 */
export function handleFor<D extends Access>(access: D) {
  return <Params = Record<string, never>>(handler: Handler<D, Params>) =>
    (request: Request, context: Context<Params>): Promise<Response> =>
      asRequest(async (id) => {
        const answer = await answerOrProblem(request, id, async () =>
          handler(request, await admit(access, request.method, request.headers), await context.params),
        )
        return withRequestId(answer, id)
      })
}

/** The usual policy: any member, also with a token. */
export const handle = handleFor('member')

async function answerOrProblem(
  request: Request,
  id: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (request.signal.aborted && error === request.signal.reason) return new Response(null, { status: 499 })
    return problemAnswer(error instanceof Problem ? error : unexpected(error, id), request)
  }
}

/** Copies redirects, whose headers are immutable. Others are changed in place, because a copy would read the body twice. */
function withRequestId(answer: Response, id: string): Response {
  const isRedirect = answer.status >= 300 && answer.status < 400
  const changeable = isRedirect ? new Response(null, answer) : answer
  changeable.headers.set('x-request-id', id)
  if (changeable.headers.get('cache-control') !== FILE_CACHE) {
    changeable.headers.set('cache-control', NO_STORE)
  }
  return changeable
}

function unexpected(cause: unknown, incident: string): Problem {
  if (isKnownAsFull(cause)) return storageFull(cause)
  return new Problem('internal', `Unexpected error. Find incident ${incident} in the server’s log.`, {
    incident,
    cause,
  })
}

function problemAnswer(problem: Problem, request: Request): Response {
  const { status } = PROBLEMS[problem.code]
  const { incident, generation, retryAfter } = problem.details
  const call = { method: request.method, path: new URL(request.url).pathname }
  const level = problem.code === 'internal' ? 'error' : status >= 500 ? 'warn' : 'info'
  log()[level](
    { ...call, code: problem.code, incident, generation, err: level === 'info' ? undefined : problem },
    'a call was not carried out',
  )
  return Response.json(problemBody(problem), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfter !== undefined && { 'retry-after': `${retryAfter}` }),
      // An unknown amount of body may still be coming: tell the sender to stop (lib/server/sockets.ts).
      ...(request.body !== null && { connection: 'close' }),
    },
  })
}
