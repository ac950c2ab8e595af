import { lazy, Suspense } from 'react'
import type { Member } from '@/lib/client/member'
import { useSignInWanted } from '@/lib/client/session'

const SignInAgain = lazy(async () => ({ default: (await import('@/components/access')).SignInAgain }))

/** Asks to sign in again when a call was refused because the session has ended; the call then goes on. */
export function SignInWanted({ member }: { member: Member }) {
  const wanted = useSignInWanted()
  return <Suspense>{wanted && <SignInAgain person={member} provider={member.provider} />}</Suspense>
}
