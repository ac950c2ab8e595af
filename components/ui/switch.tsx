import { type ComponentProps, useId } from 'react'

type Props = Omit<ComponentProps<'input'>, 'type' | 'id'> & {
  label: string
  hint?: string | undefined
  checked: boolean
}

/** A switch. The whole row is clickable. */
export function Switch({ label, hint, checked, ...props }: Props) {
  const id = useId()
  return (
    <div className="relative flex min-h-11 items-start justify-between gap-4 py-1.5">
      <span className="min-w-0">
        <label htmlFor={id} className="block text-sm after:absolute after:inset-0">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="block pt-0.5 text-faint text-xs">
            {hint}
          </span>
        )}
      </span>
      <input
        {...props}
        type="checkbox"
        role="switch"
        id={id}
        checked={checked}
        aria-checked={checked}
        aria-describedby={hint && `${id}-hint`}
        className="switch relative"
      />
    </div>
  )
}
