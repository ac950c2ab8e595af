'use client'
import { useEntranceWords } from '@/components/auth/messages'
import { EntranceFrame } from './auth-frame'
import { SignInForm } from './sign-in-form'

/** Why the company's own sign-in did not let somebody in. */
type Refusal = 'not_invited' | 'email_not_verified' | 'owner_asked' | 'other'

type Props = {
  provider: string | null
  refusal: Refusal | null
  /** Where to go afterwards. */
  to: string
}

/** For those who belong here. */
export function SignInPage({ provider, refusal, to }: Props) {
  const words = useEntranceWords()
  return (
    <EntranceFrame title={words.signIn.title} text={words.signIn.text}>
      {refusal && (
        <p role="alert" className="rounded border border-failure p-3 text-sm">
          {words.refused[refusal]}
        </p>
      )}
      <SignInForm button={words.signIn.button} provider={provider} onIn={() => location.assign(to)} />
    </EntranceFrame>
  )
}
