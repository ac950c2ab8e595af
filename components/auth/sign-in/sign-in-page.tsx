'use client'
import { useAuthMessages } from '@/components/auth/messages'
import { withBasePath } from '@/lib/shared/base-path'
import { AuthFrame } from './auth-frame'
import { SignInForm } from './sign-in-form'

/** Why single sign-on was refused. */
type Refusal =
  | 'not_invited'
  | 'email_not_verified'
  | 'email_not_stated'
  | 'email_not_found'
  | 'owner_asked'
  | 'other'

type Props = {
  provider: string | null
  refusal: Refusal | null
  /** Where to go afterwards. */
  to: `/${string}`
  unencrypted: boolean
}

export function SignInPage({ provider, refusal, to, unencrypted }: Props) {
  const messages = useAuthMessages()
  return (
    <AuthFrame title={messages.signIn.title} text={messages.signIn.text} unencrypted={unencrypted}>
      {refusal && (
        <p role="alert" className="rounded border border-failure p-3 text-sm">
          {messages.refused[refusal]}
        </p>
      )}
      <SignInForm
        button={messages.signIn.button}
        provider={provider}
        to={to}
        onSignedIn={() => location.assign(withBasePath(to))}
      />
    </AuthFrame>
  )
}
