import { Trouble } from '@/components/auth/form-error'
import { useTeamWords } from '@/components/auth/messages'
import { useChange } from '@/components/auth/use-change'
import { Button } from '@/components/ui'
import type { LinkRequest } from '@/lib/shared/team'

type Props = { person: { id: string; name: string }; link: LinkRequest }

/** Asks an owner whether another account at the company's provider is this person too. */
export function LinkQuestion({ person, link }: Props) {
  const words = useTeamWords().people
  const { busy, error, do: act } = useChange()
  const answer = (allow: boolean, said: string) =>
    act('PATCH', `/api/people/${person.id}`, { link: { id: link.id, allow } }, said)
  return (
    <div className="grid basis-full gap-2 rounded border border-mark p-3 text-sm">
      <p>{words.linkAsked(link.name, link.createdAt)}</p>
      <p className="wrap-anywhere text-faint text-xs">{words.linkSubject(link.subject)}</p>
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy} onClick={() => answer(true, words.linkAllowed(person.name))}>
          {words.linkAllow}
        </Button>
        <Button disabled={busy} onClick={() => answer(false, words.linkRefused)}>
          {words.linkRefuse}
        </Button>
      </div>
      <Trouble>{error}</Trouble>
    </div>
  )
}
