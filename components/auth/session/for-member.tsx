'use client'
import type { ReactNode } from 'react'
import { type Member, MemberProvider } from '@/lib/client/member'
import { SignInWanted } from './sign-in-wanted'

/** Wraps a page for a signed-in user; `member` is null without sign-in. */
export function ForMember({ member, children }: { member: Member | null; children: ReactNode }) {
  return (
    <MemberProvider member={member}>
      {children}
      {member && <SignInWanted member={member} />}
    </MemberProvider>
  )
}
