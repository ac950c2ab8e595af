'use client'
import { useAuthMessages } from '@/components/auth/messages'
import { NewPasswordField } from '@/components/auth/new-password-field'
import { withBasePath } from '@/lib/shared/base-path'
import { AuthField } from './auth-field'
import { AuthForm } from './auth-form'
import { AuthFrame } from './auth-frame'
import { useAuth } from './use-auth'

/** Creates the first owner, who proves access to the server’s log by its setup code. */
export function SetUpPage({ to, unencrypted }: { to: `/${string}`; unencrypted: boolean }) {
  const messages = useAuthMessages()
  const { title, text, code, wrongCode, button, kept } = messages.setup
  const auth = useAuth(
    '/api/auth/setup',
    () => location.assign(withBasePath(to)),
    ({ errors }) => (errors?.code ? wrongCode : undefined),
  )
  return (
    <AuthFrame title={title} text={text} unencrypted={unencrypted}>
      <AuthForm button={button} busy={auth.busy} error={auth.error} onSend={auth.send}>
        <AuthField label={code} name="code" />
        <AuthField label={messages.name} hint={messages.nameHint} name="name" autoComplete="name" />
        <AuthField label={messages.email} name="email" type="email" autoComplete="username" />
        <NewPasswordField label={messages.newPassword} hint={messages.passwordHint} />
      </AuthForm>
      <p className="text-faint text-sm">{kept}</p>
    </AuthFrame>
  )
}
