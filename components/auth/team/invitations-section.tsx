import { FormError } from '@/components/auth/form-error'
import { LineForm } from '@/components/auth/line-form'
import { useTeamMessages } from '@/components/auth/messages'
import { ShownOnce } from '@/components/auth/shown-once'
import { useChange } from '@/components/auth/use-change'
import { Button } from '@/components/ui'
import { Line, Lines, Section } from '@/components/ui/section'
import type { Invitation } from '@/lib/shared/team'

/** An invitation that was just created. */
export type NewInvitation = { email: string; link: string }

export function parseInvitation(json: unknown): NewInvitation | null {
  if (typeof json !== 'object' || json === null || !('link' in json) || !('email' in json)) return null
  const { link, email } = json
  return typeof link === 'string' && typeof email === 'string' ? { link, email } : null
}

type Props = { invitations: Invitation[]; made: NewInvitation | null; onMade: (made: NewInvitation) => void }

/** Pending invitations, and a form to create one. */
export function InvitationsSection({ invitations, made, onMade }: Props) {
  const messages = useTeamMessages().invite
  const { busy, error, change, act } = useChange()
  const invite = async (email: string) => {
    const answer = await change(
      'POST',
      '/api/invitations',
      { email },
      { said: messages.made(email), read: parseInvitation },
    )
    if (answer) onMade(answer)
    return answer !== null
  }
  return (
    <Section title={messages.title} text={messages.text}>
      {made && (
        <ShownOnce
          key={made.link}
          label={messages.link}
          text={messages.made(made.email)}
          secret={made.link}
        />
      )}
      {invitations.length > 0 && (
        <Lines>
          {invitations.map(({ id, email, expiresAt }) => (
            <Line key={id} name={email} about={messages.until(expiresAt)}>
              <Button
                aria-label={messages.revokeNamed(email)}
                disabled={busy}
                onClick={() => act('DELETE', `/api/invitations/${id}`, undefined, messages.revoked)}
              >
                {messages.revoke}
              </Button>
            </Line>
          ))}
        </Lines>
      )}
      <LineForm
        label={messages.email}
        type="email"
        maxLength={254}
        button={messages.button}
        main
        busy={busy}
        onSend={invite}
      />
      <FormError>{error}</FormError>
    </Section>
  )
}
