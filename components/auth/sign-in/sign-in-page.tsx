'use client'
import { useAuthMessages } from '@/components/auth/messages'
import { AuthFrame } from './auth-frame'
import { SignInForm } from './sign-in-form'

/** Why single sign-on was refused. */
type Refusal = 'not_invited' | 'email_not_verified' | 'owner_asked' | 'other'

type Props = {
  provider: string | null
  refusal: Refusal | null
  /** Where to go afterwards. */
  to: string
}

export function SignInPage({ provider, refusal, to }: Props) {
  const messages = useAuthMessages()
  return (
    <AuthFrame title={messages.signIn.title} text={messages.signIn.text}>
      {refusal && (
        <p role="alert" className="rounded border border-failure p-3 text-sm">
          {messages.refused[refusal]}
        </p>
      )}
      <SignInForm
        button={messages.signIn.button}
        provider={provider}
        onSignedIn={() => location.assign(to)}
      />
    </AuthFrame>
  )
}
