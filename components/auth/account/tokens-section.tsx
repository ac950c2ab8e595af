import { useState } from 'react'
import { ConfirmFirst } from '@/components/auth/confirm-first'
import { FormError } from '@/components/auth/form-error'
import { LineForm } from '@/components/auth/line-form'
import { useAccountMessages, useAuthMessages } from '@/components/auth/messages'
import { ShownOnce } from '@/components/auth/shown-once'
import { useChange } from '@/components/auth/use-change'
import { Line, Lines, Section } from '@/components/ui/section'
import type { Token } from '@/lib/shared/team'

const parseToken = (json: unknown): string | null =>
  typeof json === 'object' && json !== null && 'token' in json && typeof json.token === 'string'
    ? json.token
    : null

/** API tokens for scripts. */
export function TokensSection({ tokens }: { tokens: Token[] }) {
  const messages = useAccountMessages().tokens
  const { unseenInName } = useAuthMessages()
  const {
    busy,
    error,
    change,
    act: end,
  } = useChange(({ errors }) => (errors?.name ? unseenInName : undefined))
  const [token, setToken] = useState<string | null>(null)
  const make = async (name: string) => {
    const created = await change('POST', '/api/tokens', { name }, { said: messages.made, read: parseToken })
    setToken(created)
    return created !== null
  }
  return (
    <Section title={messages.title} text={messages.text}>
      {tokens.length > 0 && (
        <Lines>
          {tokens.map(({ id, name, start, createdAt, lastUsedAt }) => (
            <Line
              key={id}
              name={name}
              about={[
                `${start}…`,
                messages.created(createdAt),
                lastUsedAt ? messages.used(lastUsedAt) : messages.unused,
              ].join(' · ')}
            >
              <ConfirmFirst
                button={messages.end}
                name={messages.endNamed(name)}
                title={messages.endTitle(name)}
                text={messages.endText}
                yes={messages.end}
                onYes={() => end('DELETE', `/api/tokens/${id}`, undefined, messages.done)}
              />
            </Line>
          ))}
        </Lines>
      )}
      {token && <ShownOnce label={messages.madeLabel} text={messages.made} secret={token} />}
      <LineForm
        label={messages.name}
        placeholder={messages.example}
        maxLength={100}
        button={messages.button}
        busy={busy}
        onSend={make}
      />
      <FormError>{error}</FormError>
    </Section>
  )
}
