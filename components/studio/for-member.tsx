'use client'
import { lazy, type ReactNode, Suspense } from 'react'
import { type Member, MemberProvider, useSignInWanted } from '@/lib/client/session'

const SignInAgain = lazy(async () => ({ default: (await import('@/components/access')).SignInAgain }))

/** A page for who has signed in: when a call is refused because the session has ended, it asks to sign in again. */
export function ForMember({ member, children }: { member: Member | null; children: ReactNode }) {
  const wanted = useSignInWanted()
  return (
    <MemberProvider member={member}>
      {children}
      <Suspense>{wanted && member && <SignInAgain person={member} provider={member.provider} />}</Suspense>
    </MemberProvider>
  )
}
