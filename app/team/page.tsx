import { notFound } from 'next/navigation'
import { signedInAt } from '@/app/principal'
import { readerTheme } from '@/app/reader'
import { TeamPage } from '@/components/auth'
import { invitations, users } from '@/lib/server/auth'
import { readLimits, useOf } from '@/lib/server/quota'
import { isMonth } from '@/lib/shared/team'

/** For owners. `month` as 2026-11, by default the current one. */
export default async function Page({ searchParams }: PageProps<'/team'>) {
  const { id, role } = await signedInAt('/team')
  if (role !== 'owner') notFound()
  const [requested = ''] = [(await searchParams).month].flat()
  const thisMonth = new Date().toISOString().slice(0, 7)
  const month = isMonth(requested) ? requested : thisMonth
  return (
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
  )
}
