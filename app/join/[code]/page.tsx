import { notFound } from 'next/navigation'
import { whoOpens } from '@/app/principal'
import { JoinPage } from '@/components/auth'
import { invitations } from '@/lib/server/auth'
import { isTeam } from '@/lib/server/config.js'

/** Where a link of an invitation leads. */
export default async function Page({ params }: PageProps<'/join/[code]'>) {
  if (!isTeam()) notFound()
  await whoOpens()
  const { code } = await params
  const found = await invitations.find(code)
  return <JoinPage code={code} invitation={found ? { email: found.email, resets: found.resets } : null} />
}
