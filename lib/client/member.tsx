'use client'
import { createContext, type ReactNode, use, useState } from 'react'
import { keepOnlyFor } from './storage'

/** Who has signed in to the page. `provider`: what the company's own sign-in is called, where there is one. */
export type Member = { id: string; name: string; email: string; provider: string | null }

const Context = createContext<Member | null>(null)

/**
 * Lets everything inside know who has signed in; null where nobody does. What the browser kept for somebody else is gone
 * before anything inside can read it.
 */
export function MemberProvider({ member, children }: { member: Member | null; children: ReactNode }) {
  useState(() => {
    if (member && typeof window !== 'undefined') keepOnlyFor(member.id)
  })
  return <Context value={member}>{children}</Context>
}

/** Who has signed in; null where nobody does, and there is no team to share with. */
export const useMember = (): Member | null => use(Context)
