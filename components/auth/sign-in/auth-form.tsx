import type { ReactNode } from 'react'
import { CheckedForm } from '@/components/auth/checked-form'
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

/** Fields and one button. */
export function AuthForm({ button, busy, error, onSend, children }: Props) {
  const send = (form: HTMLFormElement) => {
    if (busy) return
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
    onSend(Object.fromEntries(fields))
  }
  return (
    <CheckedForm onSend={send} className="grid gap-4">
      {children}
      <FormError>{error}</FormError>
      <Button type="submit" variant="primary" aria-busy={busy}>
        {button}
      </Button>
    </CheckedForm>
  )
}
