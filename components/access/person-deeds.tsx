import { Button } from '@/components/ui'
import { AskFirst } from './ask-first'
import { type Made, madeIn } from './invitations-section'
import type { Member } from './people-section'
import { Trouble } from './trouble'
import { useChange } from './use-change'
import { useTeamWords } from './words'

/** What an owner can do with a person. */
export function PersonDeeds({ person, onInvited }: { person: Member; onInvited: (made: Made) => void }) {
  const { people: words, invite } = useTeamWords()
  const { busy, error, change, do: act } = useChange()
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
      <Button onClick={renew}>{words.newPassword}</Button>
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
