import { useAuthMessages } from '@/components/auth/messages'
import { UsernameField } from '@/components/auth/username-field'
import { AuthField } from './auth-field'
import { AuthForm } from './auth-form'
import { ByProvider } from './by-provider'
import { useAuth } from './use-auth'

type Props = {
  button: string
  /** Name of the single sign-on provider; null if there is none. */
  provider: string | null
  /** Fixed email address, if the user is known. */
  email?: string
  /** Where single sign-on returns to. */
  to: `/${string}`
  onSignedIn: (user: { id: string }) => void
}

/** Email and password, or single sign-on. */
export function SignInForm({ button, provider, email, to, onSignedIn }: Props) {
  const messages = useAuthMessages()
  const auth = useAuth('/api/auth/sign-in', onSignedIn, ({ code }) =>
    code === 'unauthenticated' ? messages.signIn.wrong : undefined,
  )
  return (
    <div className="grid gap-4">
      <AuthForm button={button} busy={auth.busy} error={auth.error} onSend={auth.send}>
        {email === undefined ? (
          <AuthField label={messages.email} name="email" type="email" autoComplete="username" />
        ) : (
          <UsernameField name="email" email={email} />
        )}
        <AuthField
          label={messages.password}
          name="password"
          type="password"
          autoComplete="current-password"
        />
      </AuthForm>
      {provider && <ByProvider name={provider} to={to} />}
    </div>
  )
}
