'use client'
import { useAccountWords } from '@/components/auth/messages'
import { PageFrame } from '@/components/auth/page-frame'
import type { Theme } from '@/components/layout/appearance'
import type { Session, Token } from '@/lib/shared/team'
import { PasswordSection } from './password-section'
import { SessionsSection } from './sessions-section'
import { TokensSection } from './tokens-section'

type Props = {
  person: { name: string; email: string; role: 'owner' | 'member' }
  theme: Theme
  sessions: Session[]
  tokens: Token[]
}

/** What is one's own: where one is signed in, what scripts may come in as oneself, the password. */
export function AccountPage({ person, theme, sessions, tokens }: Props) {
  const words = useAccountWords()
  return (
    <PageFrame at="account" owner={person.role === 'owner'} theme={theme}>
      <div>
        <h1 className="font-semibold text-2xl">{words.account}</h1>
        <p className="break-words text-second text-base">
          {person.name} · {person.email}
        </p>
      </div>
      <TokensSection tokens={tokens} />
      <SessionsSection sessions={sessions} />
      <PasswordSection email={person.email} tokens={tokens.length > 0} />
    </PageFrame>
  )
}
