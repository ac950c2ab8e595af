import { useState } from 'react'
import { CheckedForm } from '@/components/auth/checked-form'
import { FormError } from '@/components/auth/form-error'
import { useAccountMessages, useAuthMessages } from '@/components/auth/messages'
import { NewPasswordField } from '@/components/auth/new-password-field'
import { AuthField } from '@/components/auth/sign-in/auth-field'
import { useChange } from '@/components/auth/use-change'
import { UsernameField } from '@/components/auth/username-field'
import { Button } from '@/components/ui'
import { Section } from '@/components/ui/section'
import { TokensChoice } from './tokens-choice'

/**
 * Changes the password. The form is remounted after success, to clear it. `tokens`: whether there are API tokens to
 * decide about.
 */
export function PasswordSection({ email, tokens }: { email: string; tokens: boolean }) {
  const messages = useAccountMessages().password
  const [count, setCount] = useState(0)
  const { lineFull } = useAuthMessages()
  const {
    busy,
    error,
    act: change,
  } = useChange(({ errors, reasons, retryAfter }) => {
    if (reasons?.some(({ type }) => type === 'line_full')) return lineFull(retryAfter)
    return errors?.current ? messages.wrong : undefined
  })
  const send = async (form: HTMLFormElement) => {
    if (busy) return
    const fields = Object.fromEntries(new FormData(form))
    if (await change('PUT', '/api/auth/password', fields, messages.done)) setCount(count + 1)
  }
  return (
    <Section title={messages.title} text={messages.text}>
      <CheckedForm key={count} onSend={send} className="grid max-w-100 gap-4">
        <UsernameField email={email} />
        <AuthField label={messages.current} name="current" type="password" autoComplete="current-password" />
        <NewPasswordField label={messages.new} hint={messages.hint} />
        {tokens && <TokensChoice />}
        <FormError>{error}</FormError>
        <Button type="submit" aria-busy={busy} className="justify-self-start">
          {messages.button}
        </Button>
      </CheckedForm>
    </Section>
  )
}
