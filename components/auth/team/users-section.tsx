import { useTeamMessages } from '@/components/auth/messages'
import { Lines, Section } from '@/components/ui/section'
import type { Limits } from '@/lib/shared/limits'
import type { SetLimits, TeamMember } from '@/lib/shared/team'
import type { NewInvitation } from './invitations-section'
import { UserLine } from './user-line'

type Props = {
  me: string
  users: TeamMember[]
  limits: { everybody: Limits; users: Record<string, SetLimits> }
  onInvited: (made: NewInvitation) => void
}

/** Current and former users. */
export function UsersSection({ me, users, limits, onInvited }: Props) {
  const messages = useTeamMessages().users
  return (
    <Section title={messages.title}>
      <Lines>
        {users.map((user) => (
          <UserLine
            key={user.id}
            user={user}
            self={user.id === me}
            limits={{ everybody: limits.everybody, own: limits.users[user.id] ?? {} }}
            onInvited={onInvited}
          />
        ))}
      </Lines>
    </Section>
  )
}
