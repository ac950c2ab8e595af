import { FormError } from '@/components/auth/form-error'
import { LineForm } from '@/components/auth/line-form'
import { useAccountMessages, useAuthMessages } from '@/components/auth/messages'
import { useChange } from '@/components/auth/use-change'
import { Section } from '@/components/ui/section'

/** Changes the name that the team sees. Remounted with the new one, so that the field shows it. */
export function NameSection({ name }: { name: string }) {
  const messages = useAccountMessages().name
  const { unseenInName } = useAuthMessages()
  const { busy, error, act } = useChange(({ errors }) => (errors?.name ? unseenInName : undefined))
  return (
    <Section title={messages.title}>
      <LineForm
        key={name}
        label={messages.label}
        autoComplete="name"
        defaultValue={name}
        maxLength={100}
        button={messages.button}
        busy={busy}
        onSend={async (line) => {
          await act('PUT', '/api/auth/name', { name: line }, messages.done)
          return false
        }}
      />
      <FormError>{error}</FormError>
    </Section>
  )
}
