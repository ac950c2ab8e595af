import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui'
import { EntranceField } from './entrance-field'
import { NewPasswordField } from './new-password-field'
import { Section } from './section'
import { Trouble } from './trouble'
import { useChange } from './use-change'
import { UsernameField } from './username-field'
import { useAccountWords } from './words'

/** Changes the password; a form made anew forgets what was typed. */
export function PasswordSection({ email }: { email: string }) {
  const words = useAccountWords().password
  const [count, setCount] = useState(0)
  const { busy, error, do: change } = useChange(({ errors }) => (errors?.current ? words.wrong : undefined))
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
        <Trouble>{error}</Trouble>
        <Button type="submit" look="main" aria-busy={busy} className="justify-self-start">
          {words.button}
        </Button>
      </form>
    </Section>
  )
}
