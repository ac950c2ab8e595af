import { AskFirst } from '@/components/auth/confirm-first'
import { Trouble } from '@/components/auth/form-error'
import { useTeamWords } from '@/components/auth/messages'
import { useChange } from '@/components/auth/use-change'
import { Button } from '@/components/ui'
import type { TeamMember } from '@/lib/shared/team'
import { type Made, madeIn } from './invitations-section'

type Props = {
  person: TeamMember
  /** Whether it is the owner who looks at the page. */
  self: boolean
  onInvited: (made: Made) => void
}

/** What an owner can do with a person. */
export function PersonDeeds({ person, self, onInvited }: Props) {
  const { people: words, invite } = useTeamWords()
  const {
    busy,
    error,
    change,
    do: act,
  } = useChange(({ code }) => (code === 'forbidden' ? words.lastOwner : undefined))
  const { id, name, email } = person
  const role = person.role === 'owner' ? 'member' : 'owner'
  const url = `/api/people/${id}`
  const renew = async () => {
    const made = await change(
      'POST',
      '/api/invitations',
      { email },
      { said: invite.made(email), read: madeIn },
    )
    if (made) onInvited(made)
  }
  return (
    <fieldset disabled={busy} aria-label={words.more(name)} className="flex flex-wrap gap-2">
      <Button onClick={() => act('PATCH', url, { role }, words.roleDone(name, words.roles[role]))}>
        {role === 'owner' ? words.makeOwner : words.makeMember}
      </Button>
      {!self && <Button onClick={renew}>{words.newPassword}</Button>}
      <AskFirst
        button={words.end}
        name={words.endNamed(name)}
        title={words.endTitle(name)}
        text={words.endText}
        yes={words.end}
        onYes={() => act('DELETE', url, undefined, words.endDone)}
      />
      <Trouble>{error}</Trouble>
    </fieldset>
  )
}
