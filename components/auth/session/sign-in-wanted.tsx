import { lazy } from '@/components/layout/lazy'
import type { Member } from '@/lib/client/member'
import { settleSignIn, useSignInWanted } from '@/lib/client/sign-in-again'

const SignInAgain = lazy(async () => (await import('./sign-in-again')).SignInAgain)

/** Prompts for sign-in when the session has ended and a request waits for it. */
export function SignInWanted({ member }: { member: Member }) {
  const wanted = useSignInWanted()
  if (!wanted) return null
  return <SignInAgain user={member} provider={member.provider} onClose={() => settleSignIn(false)} />
}
