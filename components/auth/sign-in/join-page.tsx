'use client'
import { TokensChoice } from '@/components/auth/account/tokens-choice'
import { useAuthMessages } from '@/components/auth/messages'
import { NewPasswordField } from '@/components/auth/new-password-field'
import { UsernameField } from '@/components/auth/username-field'
import { withBasePath } from '@/lib/shared/base-path'
import { withReturn } from '@/lib/shared/return-path'
import { AuthField } from './auth-field'
import { AuthForm } from './auth-form'
import { AuthFrame } from './auth-frame'
import { useAuth } from './use-auth'

type Props = {
  code: string
  /** Null: the link is no longer valid. `resets`: it sets a new password for an existing user. */
  invitation: { email: string; resets: boolean } | null
  /** Where to go afterwards. */
  to: `/${string}`
  unencrypted: boolean
}

/** Accepts an invitation or resets a password, by link. */
export function JoinPage({ code, invitation, to, unencrypted }: Props) {
  const messages = useAuthMessages()
  const { goneTitle, gone, toSignIn } = messages.join
  const auth = useAuth(
    '/api/auth/join',
    () => location.assign(withBasePath(to)),
    (problem) => (problem.code === 'not_found' ? gone : undefined),
  )
  if (invitation === null)
    return (
      <AuthFrame title={goneTitle} text={gone} unencrypted={false}>
        <a
          href={withBasePath(withReturn('/sign-in', to))}
          className="font-medium text-mark underline-offset-2 hover:underline"
        >
          {toSignIn}
        </a>
      </AuthFrame>
    )
  const { email, resets } = invitation
  const { title, text, button } = resets
    ? { title: messages.join.resetTitle, text: messages.join.resetText, button: messages.join.resetButton }
    : messages.join
  return (
    <AuthFrame title={title} text={text(email)} unencrypted={unencrypted}>
      <AuthForm
        button={button}
        busy={auth.busy}
        error={auth.error}
        onSend={(fields) => auth.send({ ...fields, code })}
      >
        <UsernameField email={email} />
        <AuthField label={messages.name} hint={messages.nameHint} name="name" autoComplete="name" />
        <NewPasswordField label={messages.newPassword} hint={messages.passwordHint} />
        {resets && <TokensChoice />}
      </AuthForm>
    </AuthFrame>
  )
}
