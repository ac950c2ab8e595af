import type { ComponentProps, FormEvent } from 'react'
import { Button, Field, TextInput } from '@/components/ui'

type Props = Pick<ComponentProps<'input'>, 'type' | 'placeholder' | 'maxLength'> & {
  label: string
  button: string
  busy: boolean
  /** @returns whether the input can be cleared */
  onSend: (text: string) => Promise<boolean>
}

/** A form of one input and a button. */
export function LineForm({ label, button, busy, onSend, ...input }: Props) {
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (!busy && (await onSend(String(new FormData(form).get('line'))))) form.reset()
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <Field label={label} className="grow basis-60">
        {({ 'aria-invalid': _, ...fieldProps }) => (
          <TextInput required name="line" {...fieldProps} {...input} />
        )}
      </Field>
      <Button type="submit" variant="main" aria-busy={busy}>
        {button}
      </Button>
    </form>
  )
}
