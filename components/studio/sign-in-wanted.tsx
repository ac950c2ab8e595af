import { lazy, Suspense } from 'react'
import { useSignInWanted } from '@/lib/client/session'
import type { Member } from './member'

const SignInAgain = lazy(async () => ({ default: (await import('@/components/access')).SignInAgain }))

/** Asks to sign in again when a call was refused because the session has ended; the call then goes on. */
export function SignInWanted({ member }: { member: Member }) {
  const wanted = useSignInWanted()
  return (
    wanted && (
      <Suspense>
        <SignInAgain person={member} provider={member.provider} />
      </Suspense>
    )
  )
}
