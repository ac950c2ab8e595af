import { useEntranceWords } from '@/components/auth/messages'
import { UsernameField } from '@/components/auth/username-field'
import { EntranceField } from './auth-field'
import { EntranceForm } from './auth-form'
import { ByProvider } from './by-provider'
import { useEntrance } from './use-auth'

type Props = {
  button: string
  /** What the company's own sign-in is called; null where there is none. */
  provider: string | null
  /** Whose password it must be, where that is known. */
  email?: string
  onIn: (person: { id: string }) => void
}

/** E-mail and password, or the company's own sign-in. */
export function SignInForm({ button, provider, email, onIn }: Props) {
  const words = useEntranceWords()
  const entrance = useEntrance('/api/auth/sign-in', onIn, ({ code }) =>
    code === 'unauthenticated' ? words.signIn.wrong : undefined,
  )
  return (
    <div className="grid gap-4">
      <EntranceForm button={button} busy={entrance.busy} error={entrance.error} onSend={entrance.send}>
        {email === undefined ? (
          <EntranceField label={words.email} name="email" type="email" autoComplete="username" />
        ) : (
          <UsernameField name="email" email={email} />
        )}
        <EntranceField
          label={words.password}
          name="password"
          type="password"
          autoComplete="current-password"
        />
      </EntranceForm>
      {provider && <ByProvider name={provider} />}
    </div>
  )
}
