import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import type { Running } from '@/e2e/kit/servers'
import { PASSWORD, setupCode } from '@/e2e/kit/team'

/** A session cookie. */
export type Session = { name: string; value: string }

/** Calls a studio's API as its page does. @throws Error with the response body when the status isn't 2xx */
async function call(url: string, method: string, path: string, body: unknown, session?: Session) {
  const headers = {
    origin: url,
    cookie: session ? `${session.name}=${session.value}` : '',
    ...(!(body instanceof FormData) && { 'content-type': 'application/json' }),
  }
  const sent = body instanceof FormData ? body : JSON.stringify(body)
  const answer = await fetch(`${url}${path}`, { method, headers, ...(body !== undefined && { body: sent }) })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

function sessionIn(answer: Response): Session {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? []
  return { name, value }
}

const linked = z.object({ link: z.string() })
const made = z.object({ id: z.string(), status: z.string() })

/**
 * Sets up a team in an unowned studio: an owner with a token, a member who shares a video, and an open invitation.
 * @returns the owner's session, and the path of the invitation
 */
export async function createTeam(running: Running): Promise<{ session: Session; invitation: string }> {
  const { url } = running
  const invite = async (email: string) => {
    const answer = await call(url, 'POST', '/api/invitations', { email }, session)
    return new URL(linked.parse(await answer.json()).link).pathname
  }
  const owner = { name: 'Olga', email: 'olga@example.com', password: PASSWORD }
  const session = sessionIn(
    await call(url, 'POST', '/api/auth/setup', { ...owner, code: setupCode(running) }),
  )
  await call(url, 'POST', '/api/tokens', { name: 'Nightly renders' }, session)

  const code = (await invite('mei@example.com')).split('/').at(-1)
  const member = sessionIn(
    await call(url, 'POST', '/api/auth/join', { code, name: '梅', password: PASSWORD }),
  )
  const form = new FormData()
  form.set('prompt', '清晨的渔港，小船缓缓驶出。固定机位。')
  const { id } = made.parse(await (await call(url, 'POST', '/api/generations', form, member)).json())
  const path = `/api/generations/${id}`
  const status = async () => made.parse(await (await call(url, 'GET', path, undefined, member)).json()).status
  while ((await status()) !== 'completed') await pause(100)
  await call(url, 'PATCH', path, { shared: true }, member)
  return { session, invitation: await invite('ana@example.com') }
}
