import { notFound } from 'next/navigation'
import { whoOpens } from '@/app/visitor'
import { JoinPage } from '@/components/access'
import { invitations } from '@/lib/server/access'
import { isTeam } from '@/lib/server/config'

/** Where a link of an invitation leads. */
export default async function Page({ params }: PageProps<'/join/[code]'>) {
  if (!isTeam()) notFound()
  await whoOpens()
  const { code } = await params
  const found = await invitations.find(code)
  return <JoinPage code={code} invitation={found ? { email: found.email, resets: found.resets } : null} />
}
