'use client'
import type { ReactNode } from 'react'
import { type Member, MemberProvider } from '@/lib/client/member'
import { SignInWanted } from './sign-in-wanted'

/** A page for who has signed in; `member` null where nobody does. */
export function ForMember({ member, children }: { member: Member | null; children: ReactNode }) {
  return (
    <MemberProvider member={member}>
      {children}
      {member && <SignInWanted member={member} />}
    </MemberProvider>
  )
}
