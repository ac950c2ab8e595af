import type { ComponentProps } from 'react'
import { useFieldError } from '@/components/auth/checked-form'
import { Field, TextInput } from '@/components/ui'

type Props = Pick<
  ComponentProps<'input'>,
  'type' | 'autoComplete' | 'minLength' | 'defaultValue' | 'readOnly'
> & {
  label: string
  hint?: string
  name: string
}

/** A required input. */
export function AuthField({ label, hint, ...input }: Props) {
  return (
    <Field label={label} error={useFieldError(input.name)} {...(hint !== undefined && { hint })}>
      {(fieldProps) => <TextInput required maxLength={254} {...fieldProps} {...input} />}
    </Field>
  )
}
