import type { FormEvent, ReactNode } from 'react'
import { FormError } from '@/components/auth/form-error'
import { Button } from '@/components/ui'

type Props = {
  button: string
  busy: boolean
  /** Error of the last attempt; empty if none. */
  error: string
  onSend: (fields: Record<string, string>) => void
  children: ReactNode
}

/** Fields and one button. The browser itself reports what is missing or too short. */
export function AuthForm({ button, busy, error, onSend, children }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])
    onSend(Object.fromEntries(fields))
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      {children}
      <FormError>{error}</FormError>
      <Button type="submit" variant="primary" aria-busy={busy}>
        {button}
      </Button>
    </form>
  )
}
