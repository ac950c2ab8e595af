import { useId, useState } from 'react'
import { useTeamMessages } from '@/components/auth/messages'
import { Icon, useHydrated } from '@/components/ui'
import { Line } from '@/components/ui/section'
import type { Limits } from '@/lib/shared/limits'
import type { SetLimits, TeamMember } from '@/lib/shared/team'
import type { NewInvitation } from './invitations-section'
import { LimitsForm } from './limits-form'
import { LinkQuestion } from './link-question'
import { UserActions } from './user-actions'

type Props = {
  user: TeamMember
  /** Whether this is the owner looking at the page. */
  self: boolean
  limits: { everybody: Limits; own: SetLimits }
  onInvited: (made: NewInvitation) => void
}

/** A current or former user. What an owner can do opens below; the button that opens it stays where it is. */
export function UserLine({ user, self, limits, onInvited }: Props) {
  const { users: messages, limits: limitMessages } = useTeamMessages()
  const id = useId()
  const hydrated = useHydrated()
  const [open, setOpen] = useState(false)
  const { name, email, role, endedAt, link } = user
  const state = endedAt ? [messages.ended(endedAt)] : [messages.roles[role], ...(self ? [messages.you] : [])]
  const about = [email, ...state].join(' · ')
  if (endedAt) return <Line name={name} about={about} />
  return (
    <Line name={name} about={about}>
      <button
        type="button"
        disabled={!hydrated}
        aria-label={messages.changeNamed(name)}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className="inline-flex min-h-10 items-center gap-1 rounded text-mark text-sm pointer-coarse:min-h-11"
      >
        {messages.change}
        <Icon name="chevron" className={open ? 'rotate-180' : ''} />
      </button>
      {link && <LinkQuestion user={user} link={link} />}
      {open && (
        <div id={id} className="grid basis-full gap-6 py-3">
          <UserActions user={user} self={self} onInvited={onInvited} />
          <div className="grid gap-3">
            <h3 className="font-medium text-sm">{limitMessages.own(name)}</h3>
            <LimitsForm user={user.id} set={limits.own} otherwise={limits.everybody} />
          </div>
        </div>
      )}
    </Line>
  )
}
