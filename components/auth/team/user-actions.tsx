import { ConfirmFirst } from '@/components/auth/confirm-first'
import { FormError } from '@/components/auth/form-error'
import { useTeamMessages } from '@/components/auth/messages'
import { useChange } from '@/components/auth/use-change'
import { Button } from '@/components/ui'
import type { ApiPath } from '@/lib/client/api'
import type { TeamMember } from '@/lib/shared/team'
import { type NewInvitation, parseInvitation } from './invitations-section'

type Props = {
  user: TeamMember
  /** Whether this is the owner looking at the page. */
  self: boolean
  onInvited: (made: NewInvitation) => void
}

/** An owner’s actions on a user. */
export function UserActions({ user, self, onInvited }: Props) {
  const { users: messages, invite } = useTeamMessages()
  const { busy, error, change, act } = useChange(({ code }) =>
    code === 'forbidden' ? messages.lastOwner : undefined,
  )
  const { id, name, email } = user
  const role = user.role === 'owner' ? 'member' : 'owner'
  const path: ApiPath = `/api/people/${id}`
  const renew = async () => {
    const made = await change(
      'POST',
      '/api/invitations',
      { email },
      { said: invite.made(email), read: parseInvitation },
    )
    if (made) onInvited(made)
  }
  return (
    <fieldset disabled={busy} aria-label={messages.more(name)} className="flex flex-wrap gap-2">
      <Button onClick={() => act('PATCH', path, { role }, messages.roleDone(name, messages.roles[role]))}>
        {role === 'owner' ? messages.makeOwner : messages.makeMember}
      </Button>
      {!self && <Button onClick={renew}>{messages.newPassword}</Button>}
      <ConfirmFirst
        button={messages.end}
        name={messages.endNamed(name)}
        title={messages.endTitle(name)}
        text={messages.endText}
        yes={messages.end}
        onYes={() => act('DELETE', path, undefined, messages.endDone)}
      />
      <FormError>{error}</FormError>
    </fieldset>
  )
}
