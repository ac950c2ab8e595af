'use client'
import { useAccountMessages } from '@/components/auth/messages'
import { PageFrame } from '@/components/auth/page-frame'
import type { Theme } from '@/components/layout/appearance'
import type { Session, Token } from '@/lib/shared/team'
import { NameSection } from './name-section'
import { PasswordSection } from './password-section'
import { SessionsSection } from './sessions-section'
import { TokensSection } from './tokens-section'

type Props = {
  user: { name: string; email: string; role: 'owner' | 'member' }
  theme: Theme
  sessions: Session[]
  tokens: Token[]
}

/** The user’s own page: what everybody needs first, tokens for scripts last. */
export function AccountPage({ user, theme, sessions, tokens }: Props) {
  const messages = useAccountMessages()
  return (
    <PageFrame at="account" owner={user.role === 'owner'} theme={theme}>
      <div>
        <h1 className="font-semibold text-2xl">{messages.account}</h1>
        <p className="break-words text-second text-base">
          {user.name} · {user.email}
        </p>
      </div>
      <NameSection name={user.name} />
      <PasswordSection email={user.email} tokens={tokens.length > 0} />
      <SessionsSection sessions={sessions} />
      <TokensSection tokens={tokens} />
    </PageFrame>
  )
}
