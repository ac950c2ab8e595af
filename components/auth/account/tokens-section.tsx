import { useState } from 'react'
import { AskFirst } from '@/components/auth/confirm-first'
import { Trouble } from '@/components/auth/form-error'
import { LineForm } from '@/components/auth/line-form'
import { useAccountWords, useEntranceWords } from '@/components/auth/messages'
import { ShownOnce } from '@/components/auth/shown-once'
import { useChange } from '@/components/auth/use-change'
import { Line, Lines, Section } from '@/components/ui'
import type { Token } from '@/lib/shared/team'

const tokenIn = (json: unknown): string | null =>
  typeof json === 'object' && json !== null && 'token' in json && typeof json.token === 'string'
    ? json.token
    : null

/** What scripts come in with. */
export function TokensSection({ tokens }: { tokens: Token[] }) {
  const words = useAccountWords().tokens
  const { unseenInName } = useEntranceWords()
  const {
    busy,
    error,
    change,
    do: end,
  } = useChange(({ errors }) => (errors?.name ? unseenInName : undefined))
  const [made, setMade] = useState<string | null>(null)
  const make = async (name: string) => {
    const token = await change('POST', '/api/tokens', { name }, { said: words.made, read: tokenIn })
    setMade(token)
    return token !== null
  }
  return (
    <Section title={words.title} text={words.text}>
      {tokens.length > 0 && (
        <Lines>
          {tokens.map(({ id, name, start, createdAt, lastUsedAt }) => (
            <Line
              key={id}
              name={name}
              about={[
                `${start}…`,
                words.created(createdAt),
                lastUsedAt ? words.used(lastUsedAt) : words.unused,
              ].join(' · ')}
            >
              <AskFirst
                button={words.end}
                name={words.endNamed(name)}
                title={words.endTitle(name)}
                text={words.endText}
                yes={words.end}
                onYes={() => end('DELETE', `/api/tokens/${id}`, undefined, words.done)}
              />
            </Line>
          ))}
        </Lines>
      )}
      {made && <ShownOnce label={words.madeLabel} text={words.made} secret={made} />}
      <LineForm
        label={words.name}
        placeholder={words.example}
        maxLength={100}
        button={words.button}
        busy={busy}
        onSend={make}
      />
      <Trouble>{error}</Trouble>
    </Section>
  )
}
