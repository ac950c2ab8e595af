import * as z from 'zod'
import { PASSWORD, setupCode } from '@/e2e/kit/team'
import type { Server } from './server'

/** Request headers of two signed-in users. */
export type Team = { owner: Record<string, string>; member: Record<string, string> }

const invitation = z.object({ link: z.string() })

/** Creates an owner, who gets the existing records, and a member. @throws Error */
export async function openTeam(server: Server): Promise<Team> {
  const { url } = server
  const call = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...headers },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer
  }
  const signedIn = (answer: Response) => ({
    cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '',
    origin: url,
  })
  const user = { name: 'Olga', email: 'olga@example.com', password: PASSWORD }
  const owner = signedIn(await call('/api/auth/setup', { ...user, code: setupCode(server) }))
  const invited = await call('/api/invitations', { email: 'mei@example.com' }, owner)
  const code = invitation
    .parse(await invited.json())
    .link.split('/')
    .at(-1)
  const member = signedIn(await call('/api/auth/join', { code, name: 'Mei', password: PASSWORD }))
  return { owner, member }
}
