import { notFound } from 'next/navigation'
import { memberOf } from '@/app/member'
import { signedInAt } from '@/app/principal'
import { readerTheme } from '@/app/reader'
import { TeamPage } from '@/components/auth'
import { ForMember } from '@/components/auth/session'
import { invitations, users } from '@/lib/server/auth'
import { readLimits, useOf } from '@/lib/server/quota'
import { pathWith } from '@/lib/shared/return-path'
import { isMonth } from '@/lib/shared/team'

/** For owners. `month` as 2026-11, by default the current one. */
export default async function Page({ searchParams }: PageProps<'/team'>) {
  const query = await searchParams
  const principal = await signedInAt(pathWith('/team', query))
  const { id, role } = principal
  if (role !== 'owner') notFound()
  const [requested = ''] = [query.month].flat()
  const thisMonth = new Date().toISOString().slice(0, 7)
  const month = isMonth(requested) ? requested : thisMonth
  return (
    <ForMember member={memberOf(principal)}>
      <TeamPage
        me={id}
        theme={await readerTheme()}
        users={await users.list()}
        invitations={await invitations.list()}
        limits={await readLimits()}
        month={month}
        thisMonth={thisMonth}
        used={await useOf(month)}
      />
    </ForMember>
  )
}
