import { type ComponentProps, type FormEvent, useState } from 'react'
import { Button, Field, TextInput } from '@/components/ui'

type Props = Pick<ComponentProps<'input'>, 'type' | 'placeholder' | 'maxLength'> & {
  label: string
  button: string
  busy: boolean
  /** @returns whether what was entered is done with */
  onSend: (text: string) => Promise<boolean>
}

/** One thing to enter, and a button beside it. */
export function LineForm({ label, button, busy, onSend, ...input }: Props) {
  const [text, setText] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!busy && (await onSend(text))) setText('')
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <Field label={label} className="grow basis-60">
        {({ 'aria-invalid': _, ...ties }) => (
          <TextInput
            required
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            {...ties}
            {...input}
          />
        )}
      </Field>
      <Button type="submit" look="main" aria-busy={busy}>
        {button}
      </Button>
    </form>
  )
}
