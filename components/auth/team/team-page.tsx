'use client'
import { useState } from 'react'
import { useAccountMessages, useTeamMessages } from '@/components/auth/messages'
import { PageFrame } from '@/components/auth/page-frame'
import { UsageSection } from '@/components/auth/team/usage-section'
import type { Theme } from '@/components/layout/appearance'
import { Section } from '@/components/ui/section'
import type { Limits } from '@/lib/shared/limits'
import type { Invitation, SetLimits, TeamMember, Used } from '@/lib/shared/team'
import { InvitationsSection, type NewInvitation } from './invitations-section'
import { LimitsForm } from './limits-form'
import { UsersSection } from './users-section'

type Props = {
  me: string
  theme: Theme
  users: TeamMember[]
  invitations: Invitation[]
  limits: { standing: Limits; everybody: SetLimits; users: Record<string, SetLimits> }
  month: string
  thisMonth: string
  used: Used[]
}

/** For owners: users, invitations, limits and usage. */
export function TeamPage({ me, theme, users, invitations, limits, month, thisMonth, used }: Props) {
  const account = useAccountMessages()
  const messages = useTeamMessages()
  const [made, setMade] = useState<NewInvitation | null>(null)
  const everybody = { ...limits.standing, ...limits.everybody }
  return (
    <PageFrame at="team" owner theme={theme}>
      <h1 className="font-semibold text-2xl">{account.team}</h1>
      <UsersSection me={me} users={users} limits={{ everybody, users: limits.users }} onInvited={setMade} />
      <InvitationsSection invitations={invitations} made={made} onMade={setMade} />
      <Section title={messages.limits.title} text={messages.limits.text}>
        <LimitsForm user={null} set={limits.everybody} otherwise={limits.standing} />
      </Section>
      <UsageSection month={month} thisMonth={thisMonth} used={used} users={users} />
    </PageFrame>
  )
}
