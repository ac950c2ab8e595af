'use client'
import { createContext, type ReactNode, use, useState } from 'react'
import type { Role } from '@/lib/shared/user'
import { keepOnlyFor } from './storage'

/** The signed-in user. `provider`: name of the single sign-on provider, if they use one. */
export type Member = { id: string; name: string; email: string; role: Role; provider: string | null }

const Context = createContext<Member | null>(null)

/**
 * Provides the signed-in user; null without sign-in. Before any child can read it, clears what this browser stored
 * for somebody else.
 */
export function MemberProvider({ member, children }: { member: Member | null; children: ReactNode }) {
  useState(() => {
    if (member && typeof window !== 'undefined') keepOnlyFor(member.id)
  })
  return <Context value={member}>{children}</Context>
}

/** The signed-in user; null without sign-in, when there is no team to share with. */
export const useMember = (): Member | null => use(Context)
