import { CheckedForm, useFieldError } from '@/components/auth/checked-form'
import { FormError } from '@/components/auth/form-error'
import { useTeamMessages } from '@/components/auth/messages'
import { useChange } from '@/components/auth/use-change'
import { Button, Field, TextInput } from '@/components/ui'
import { LIMITS, type LimitName, type Limits } from '@/lib/shared/limits'
import type { SetLimits } from '@/lib/shared/team'

/** `set`: the limits set here. `otherwise`: the defaults that apply where none is set. */
type Props = { user: string | null; set: SetLimits; otherwise: Limits }

/** Limits for one user, or for everybody (`user` null). An empty field removes the limit set here. */
export function LimitsForm({ user, set, otherwise }: Props) {
  const messages = useTeamMessages().limits
  const { busy, error, act } = useChange()
  const send = (form: HTMLFormElement) => {
    const fields = new FormData(form)
    const limits = LIMITS.map((name) => [name, fields.get(name) === '' ? null : Number(fields.get(name))])
    void act('PATCH', '/api/allowance', { person: user, limits: Object.fromEntries(limits) }, messages.done)
  }
  return (
    <CheckedForm onSend={send} className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        {LIMITS.map((name) => (
          <LimitField
            key={name}
            name={name}
            label={messages.withDefault(messages.names[name], otherwise[name])}
            value={set[name]}
          />
        ))}
      </div>
      <FormError>{error}</FormError>
      <Button type="submit" aria-busy={busy} className="justify-self-start">
        {messages.button}
      </Button>
    </CheckedForm>
  )
}

type FieldProps = { name: LimitName; label: string; value: number | undefined }

const LimitField = ({ name, label, value }: FieldProps) => (
  <Field label={label} error={useFieldError(name)}>
    {(fieldProps) => (
      <TextInput name={name} type="number" min={0} max={1_000_000} defaultValue={value} {...fieldProps} />
    )}
  </Field>
)
