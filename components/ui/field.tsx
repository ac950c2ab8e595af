import { type ReactNode, useId } from 'react'

/** Attributes that tie a control to its label, hint and error. */
export type FieldProps = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }

type Props = {
  label: string
  hint?: string
  error?: string | undefined
  children: (fieldProps: FieldProps) => ReactNode
  className?: string
}

/** A control with its label, hint and error. */
export function Field({ label, hint, error, children, className = '' }: Props) {
  const id = useId()
  const hintId = hint && `${id}-hint`
  const errorId = error && `${id}-error`
  const described = [errorId, hintId].filter(Boolean).join(' ') || undefined
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className="block pb-1.5 text-second text-sm">
        {label}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error !== undefined })}
      {error && (
        <p id={errorId} className="pt-1.5 text-failure text-sm">
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="pt-1.5 text-faint text-xs">
          {hint}
        </p>
      )}
    </div>
  )
}
