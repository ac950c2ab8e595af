import { useTeamMessages } from '@/components/auth/messages'
import { Line, Lines, Section } from '@/components/ui/section'
import type { Limits } from '@/lib/shared/limits'
import type { SetLimits, TeamMember } from '@/lib/shared/team'
import type { NewInvitation } from './invitations-section'
import { LimitsForm } from './limits-form'
import { LinkQuestion } from './link-question'
import { UserActions } from './user-actions'

type Props = {
  me: string
  users: TeamMember[]
  limits: { everybody: Limits; users: Record<string, SetLimits> }
  onInvited: (made: NewInvitation) => void
}

/** Current and former users. */
export function UsersSection({ me, users, limits, onInvited }: Props) {
  const messages = useTeamMessages()
  const stateOf = ({ id, role, endedAt }: TeamMember) => {
    if (endedAt) return messages.users.ended(endedAt)
    return id === me
      ? [messages.users.roles[role], messages.users.you].join(' · ')
      : messages.users.roles[role]
  }
  return (
    <Section title={messages.users.title}>
      <Lines>
        {users.map((user) => (
          <Line key={user.id} name={user.name} about={[user.email, stateOf(user)].join(' · ')}>
            {!user.endedAt && user.link && <LinkQuestion user={user} link={user.link} />}
            {!user.endedAt && (
              <details className="basis-full sm:not-open:basis-auto">
                <summary
                  aria-label={messages.users.changeNamed(user.name)}
                  className="inline-flex min-h-10 items-center text-mark text-sm pointer-coarse:min-h-11"
                >
                  {messages.users.change}
                </summary>
                <div className="grid gap-6 py-3">
                  <UserActions user={user} self={user.id === me} onInvited={onInvited} />
                  <div className="grid gap-3">
                    <h3 className="font-medium text-sm">{messages.limits.own(user.name)}</h3>
                    <LimitsForm
                      user={user.id}
                      set={limits.users[user.id] ?? {}}
                      otherwise={limits.everybody}
                    />
                  </div>
                </div>
              </details>
            )}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
