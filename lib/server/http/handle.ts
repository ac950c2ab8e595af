import { ulid } from 'ulid'
import { checkOrigin, whoAsks } from '@/lib/server/access'
import { log } from '@/lib/server/log'
import type { Person } from '@/lib/shared/person'
import { PROBLEMS, Problem, problemBody } from '@/lib/shared/problem'

type Handler<Params> = (request: Request, person: Person, params: Params) => Promise<Response>
type Context<Params> = { params: Promise<Params> }

/** Wraps every route: who asks and from where is decided here, and every throw leaves as a problem. */
export function handle<Params = Record<string, never>>(handler: Handler<Params>) {
  return async (request: Request, context: Context<Params>): Promise<Response> => {
    try {
      checkOrigin(request.method, request.headers)
      const person = await whoAsks(request.headers)
      return await handler(request, person, await context.params)
    } catch (error) {
      return problemAnswer(error instanceof Problem ? error : unexpected(error), request)
    }
  }
}

function unexpected(cause: unknown): Problem {
  const incident = ulid()
  return new Problem('internal', `Something went wrong here. The log knows more under ${incident}.`, {
    incident,
    cause,
  })
}

function problemAnswer(problem: Problem, request: Request): Response {
  const { status } = PROBLEMS[problem.code]
  const { incident, generation, retryAfter } = problem.details
  const call = { method: request.method, path: new URL(request.url).pathname }
  const level = problem.code === 'internal' ? 'error' : status >= 500 ? 'warn' : 'info'
  log()[level]({
    ...call,
    code: problem.code,
    incident,
    generation,
    err: level === 'info' ? undefined : problem,
  })
  return Response.json(problemBody(problem), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfter !== undefined && { 'retry-after': `${retryAfter}` }),
    },
  })
}
