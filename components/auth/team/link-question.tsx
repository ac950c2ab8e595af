import { FormError } from '@/components/auth/form-error'
import { useTeamMessages } from '@/components/auth/messages'
import { useChange } from '@/components/auth/use-change'
import { Button } from '@/components/ui'
import type { LinkRequest } from '@/lib/shared/team'

type Props = { user: { id: string; name: string }; link: LinkRequest }

/** Asks an owner whether another account at the OIDC provider belongs to this user as well. */
export function LinkQuestion({ user, link }: Props) {
  const messages = useTeamMessages().users
  const { busy, error, act } = useChange()
  const answer = (allow: boolean, said: string) =>
    act('PATCH', `/api/people/${user.id}`, { link: { id: link.id, allow } }, said)
  return (
    <div className="grid basis-full gap-2 rounded border border-mark p-3 text-sm">
      <p>{messages.linkAsked(link.name, link.createdAt)}</p>
      <p className="wrap-anywhere text-faint text-xs">{messages.linkSubject(link.subject)}</p>
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy} onClick={() => answer(true, messages.linkAllowed(user.name))}>
          {messages.linkAllow}
        </Button>
        <Button disabled={busy} onClick={() => answer(false, messages.linkRefused)}>
          {messages.linkRefuse}
        </Button>
      </div>
      <FormError>{error}</FormError>
    </div>
  )
}
