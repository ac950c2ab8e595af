import { type FormEvent, useState } from 'react'
import { Trouble } from '@/components/auth/form-error'
import { useAccountWords, useEntranceWords } from '@/components/auth/messages'
import { NewPasswordField } from '@/components/auth/new-password-field'
import { EntranceField } from '@/components/auth/sign-in/auth-field'
import { useChange } from '@/components/auth/use-change'
import { UsernameField } from '@/components/auth/username-field'
import { Button, Section } from '@/components/ui'
import { TokensChoice } from './tokens-choice'

/** Changes the password; a form made anew forgets what was typed. `tokens`: whether there are any to decide about. */
export function PasswordSection({ email, tokens }: { email: string; tokens: boolean }) {
  const words = useAccountWords().password
  const [count, setCount] = useState(0)
  const { lineFull } = useEntranceWords()
  const {
    busy,
    error,
    do: change,
  } = useChange(({ errors, reasons, retryAfter }) => {
    if (reasons?.some(({ is }) => is === 'line_full')) return lineFull(retryAfter)
    return errors?.current ? words.wrong : undefined
  })
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const fields = Object.fromEntries(new FormData(event.currentTarget))
    if (await change('PUT', '/api/auth/password', fields, words.done)) setCount(count + 1)
  }
  return (
    <Section title={words.title} text={words.text}>
      <form key={count} onSubmit={submit} className="grid max-w-100 gap-4">
        <UsernameField email={email} />
        <EntranceField label={words.current} name="current" type="password" autoComplete="current-password" />
        <NewPasswordField label={words.new} hint={words.hint} />
        {tokens && <TokensChoice />}
        <Trouble>{error}</Trouble>
        <Button type="submit" look="main" aria-busy={busy} className="justify-self-start">
          {words.button}
        </Button>
      </form>
    </Section>
  )
}
