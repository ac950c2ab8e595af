import { useAuthMessages } from '@/components/auth/messages'
import { UsernameField } from '@/components/auth/username-field'
import { AuthField } from './auth-field'
import { AuthForm } from './auth-form'
import { ByProvider } from './by-provider'
import { useAuth } from './use-auth'

type Props = {
  button: string
  /** What the company's own sign-in is called; null where there is none. */
  provider: string | null
  /** Whose password it must be, where that is known. */
  email?: string
  onIn: (user: { id: string }) => void
}

/** E-mail and password, or the company's own sign-in. */
export function SignInForm({ button, provider, email, onIn }: Props) {
  const messages = useAuthMessages()
  const auth = useAuth('/api/auth/sign-in', onIn, ({ code }) =>
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
      {provider && <ByProvider name={provider} />}
    </div>
  )
}
