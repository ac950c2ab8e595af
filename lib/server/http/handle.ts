import { type Access, type AdmittedAt, admit } from '@/lib/server/auth'
import { log } from '@/lib/server/log'
import { asRequest } from '@/lib/server/request-id'
import { isKnownAsFull, storageFull } from '@/lib/server/room'
import { PROBLEMS, Problem, problemBody } from '@/lib/shared/problem'
import { FILE_CACHE } from './file-answer'

/** What is said to one person is nobody else's: neither a proxy nor a browser that others use keeps it. */
const KEPT_NOWHERE = 'private, no-store'

type Handler<D extends Access, Params> = (
  request: Request,
  principal: AdmittedAt<D>,
  params: Params,
) => Promise<Response>
type Context<Params> = { params: Promise<Params> }

/**
 * Wraps every route: who asks and from where is decided here, by the door that the route stands behind, and every throw
 * leaves as a problem. The answer carries the id under which the log knows the request, and is kept nowhere unless it is a
 * file.
 */
export function handleFor<D extends Access>(access: D) {
  return <Params = Record<string, never>>(handler: Handler<D, Params>) =>
    (request: Request, context: Context<Params>): Promise<Response> =>
      asRequest(async (id) => {
        const answer = await answerOrProblem(request, id, async () =>
          handler(request, await admit(access, request.method, request.headers), await context.params),
        )
        return labelled(answer, id)
      })
}

/** The door that most routes stand behind: for everybody who belongs here, also by a token. */
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

/** Redirects come with headers that cannot be changed; any other answer is not made anew, for its body would be read twice. */
function labelled(answer: Response, id: string): Response {
  const isRedirect = answer.status >= 300 && answer.status < 400
  const changeable = isRedirect ? new Response(null, answer) : answer
  changeable.headers.set('x-request-id', id)
  if (changeable.headers.get('cache-control') !== FILE_CACHE) {
    changeable.headers.set('cache-control', KEPT_NOWHERE)
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
      // Nobody knows how much of a body is still to come: the sender is told to stop (lib/server/sockets.ts).
      ...(request.body !== null && { connection: 'close' }),
    },
  })
}
