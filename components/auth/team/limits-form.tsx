import type { FormEvent } from 'react'
import { FormError } from '@/components/auth/form-error'
import { useTeamMessages } from '@/components/auth/messages'
import { useChange } from '@/components/auth/use-change'
import { Button, Field, TextInput } from '@/components/ui'
import { LIMITS, type Limits } from '@/lib/shared/limits'
import type { SetLimits } from '@/lib/shared/team'

/** `set`: the limits set here. `otherwise`: the defaults that apply where none is set. */
type Props = { user: string | null; set: SetLimits; otherwise: Limits }

/** Limits for one user, or for everybody (`user` null). An empty field removes the limit set here. */
export function LimitsForm({ user, set, otherwise }: Props) {
  const messages = useTeamMessages().limits
  const { busy, error, act } = useChange()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const limits = LIMITS.map((name) => [name, form.get(name) === '' ? null : Number(form.get(name))])
    void act('PATCH', '/api/allowance', { person: user, limits: Object.fromEntries(limits) }, messages.done)
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        {LIMITS.map((name) => (
          <Field key={name} label={messages.withDefault(messages.names[name], otherwise[name])}>
            {({ 'aria-invalid': _, ...fieldProps }) => (
              <TextInput
                name={name}
                type="number"
                min={0}
                max={1_000_000}
                defaultValue={set[name]}
                {...fieldProps}
              />
            )}
          </Field>
        ))}
      </div>
      <FormError>{error}</FormError>
      <Button type="submit" aria-busy={busy} className="justify-self-start">
        {messages.button}
      </Button>
    </form>
  )
}
