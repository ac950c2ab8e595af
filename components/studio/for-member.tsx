'use client'
import { lazy, type ReactNode, Suspense } from 'react'
import { type Member, MemberProvider } from '@/lib/client/member'

const SignInWanted = lazy(async () => ({ default: (await import('./sign-in-wanted')).SignInWanted }))

/** A page for who has signed in; `member` null where nobody does. */
export function ForMember({ member, children }: { member: Member | null; children: ReactNode }) {
  return (
    <MemberProvider member={member}>
      {children}
      {member && (
        <Suspense>
          <SignInWanted member={member} />
        </Suspense>
      )}
    </MemberProvider>
  )
}
