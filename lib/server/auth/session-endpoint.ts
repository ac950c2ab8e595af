import type { BetterAuthPlugin } from 'better-auth'
import * as z from 'zod'

/**
 * A better-auth endpoint that starts a session without a password, for somebody we have just authenticated. It has no path, so only our
 * code can reach it.
 */
export async function sessionEndpoint() {
  const [{ createAuthEndpoint }, { setSessionCookie }] = await Promise.all([
    import('better-auth/api'),
    import('better-auth/cookies'),
  ])
  const beginSession = createAuthEndpoint(
    { method: 'POST', body: z.object({ person: z.string() }), requireHeaders: true },
    async (ctx) => {
      const { internalAdapter } = ctx.context
      const user = await internalAdapter.findUserById(ctx.body.person)
      if (!user) throw new Error('a session was to begin for somebody who is not here')
      const session = await internalAdapter.createSession(user.id)
      await setSessionCookie(ctx, { session, user })
      return { id: user.id, name: user.name }
    },
  )
  return { id: 'session-endpoint', endpoints: { beginSession } } satisfies BetterAuthPlugin
}
