import { Trouble } from '@/components/auth/form-error'
import { LineForm } from '@/components/auth/line-form'
import { useTeamWords } from '@/components/auth/messages'
import { ShownOnce } from '@/components/auth/shown-once'
import { useChange } from '@/components/auth/use-change'
import { Button, Line, Lines, Section } from '@/components/ui'
import type { Invitation } from '@/lib/shared/team'

/** A link that was just made. */
export type Made = { email: string; link: string }

export function madeIn(json: unknown): Made | null {
  if (typeof json !== 'object' || json === null || !('link' in json) || !('email' in json)) return null
  const { link, email } = json
  return typeof link === 'string' && typeof email === 'string' ? { link, email } : null
}

type Props = { invitations: Invitation[]; made: Made | null; onMade: (made: Made) => void }

/** Links that let people in. */
export function InvitationsSection({ invitations, made, onMade }: Props) {
  const words = useTeamWords().invite
  const { busy, error, change, do: act } = useChange()
  const invite = async (email: string) => {
    const answer = await change(
      'POST',
      '/api/invitations',
      { email },
      { said: words.made(email), read: madeIn },
    )
    if (answer) onMade(answer)
    return answer !== null
  }
  return (
    <Section title={words.title} text={words.text}>
      {made && (
        <ShownOnce key={made.link} label={words.link} text={words.made(made.email)} secret={made.link} />
      )}
      {invitations.length > 0 && (
        <Lines>
          {invitations.map(({ id, email, expiresAt }) => (
            <Line key={id} name={email} about={words.until(expiresAt)}>
              <Button
                aria-label={words.revokeNamed(email)}
                disabled={busy}
                onClick={() => act('DELETE', `/api/invitations/${id}`, undefined, words.revoked)}
              >
                {words.revoke}
              </Button>
            </Line>
          ))}
        </Lines>
      )}
      <LineForm
        label={words.email}
        type="email"
        maxLength={254}
        button={words.button}
        busy={busy}
        onSend={invite}
      />
      <Trouble>{error}</Trouble>
    </Section>
  )
}
