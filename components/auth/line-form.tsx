import type { ComponentProps } from 'react'
import { Button, Field, TextInput } from '@/components/ui'
import { CheckedForm, useFieldError } from './checked-form'

type InputProps = Pick<
  ComponentProps<'input'>,
  'type' | 'placeholder' | 'maxLength' | 'autoComplete' | 'defaultValue'
> & { label: string }

type Props = InputProps & {
  button: string
  /** Whether it is the page’s main action. */
  main?: boolean
  busy: boolean
  /** @returns whether the input can be cleared */
  onSend: (text: string) => Promise<boolean>
}

/** A form of one input and a button. */
export function LineForm({ button, main = false, busy, onSend, ...input }: Props) {
  const send = async (form: HTMLFormElement) => {
    if (!busy && (await onSend(String(new FormData(form).get('line'))))) form.reset()
  }
  return (
    <CheckedForm onSend={send} className="flex flex-wrap gap-2">
      <LineInput {...input} />
      {/* Its margin is the label’s height, so that it stays beside the input when an error appears below that. */}
      <Button
        type="submit"
        variant={main ? 'main' : 'secondary'}
        aria-busy={busy}
        className="max-sm:w-full sm:mt-6.5"
      >
        {button}
      </Button>
    </CheckedForm>
  )
}

const LineInput = ({ label, ...input }: InputProps) => (
  <Field label={label} error={useFieldError('line')} className="grow basis-60">
    {(fieldProps) => <TextInput required name="line" {...fieldProps} {...input} />}
  </Field>
)
