import { type UseFormReturn, useController } from 'react-hook-form'
import { Switch } from '@/components/ui/switch'
import type { Fields, ParameterName, Submission } from '@/lib/shared/models'

type Props = {
  form: UseFormReturn<Fields, unknown, Submission>
  name: ParameterName
  label: string
  hint: string | undefined
}

/** A switch for one of the provider’s flags, which are sent as 0 and 1. */
export function FlagSwitch({ form, name, label, hint }: Props) {
  const { field } = useController({ control: form.control, name })
  return (
    <Switch
      label={label}
      hint={hint}
      ref={field.ref}
      name={name}
      checked={field.value === '1'}
      onBlur={field.onBlur}
      onChange={({ currentTarget }) => field.onChange(currentTarget.checked ? '1' : '0')}
    />
  )
}
