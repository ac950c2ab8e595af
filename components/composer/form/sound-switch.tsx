import { type UseFormReturn, useController } from 'react-hook-form'
import { Icon, useHydrated } from '@/components/ui'
import type { FieldProps } from '@/components/ui/field'
import type { Fields, Submission } from '@/lib/shared/models'

type Props = {
  form: UseFormReturn<Fields, unknown, Submission>
  title: string | undefined
  fieldProps: FieldProps
}

/** The speaker beside the selects that turns sound on and off. */
export function SoundSwitch({ form, title, fieldProps }: Props) {
  const { field } = useController({ control: form.control, name: 'generate_audio' })
  const on = field.value === '1'
  return (
    <span className="relative block">
      <input
        {...fieldProps}
        ref={field.ref}
        type="checkbox"
        role="switch"
        name={field.name}
        title={title}
        // A press before hydration would not be kept.
        disabled={!useHydrated()}
        checked={on}
        aria-checked={on}
        onBlur={field.onBlur}
        onChange={({ currentTarget }) => field.onChange(currentTarget.checked ? '1' : '0')}
        className="control block h-10 w-full cursor-pointer appearance-none checked:border-mark checked:bg-accent/15 pointer-coarse:h-11"
      />
      <Icon
        name={on ? 'sound' : 'muted'}
        className={`pointer-events-none absolute inset-0 m-auto ${on ? 'text-mark' : 'text-second'}`}
      />
    </span>
  )
}
