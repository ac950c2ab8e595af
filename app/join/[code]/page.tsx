import { notFound } from 'next/navigation'
import { pagePrincipal } from '@/app/principal'
import { JoinPage } from '@/components/auth'
import { invitations } from '@/lib/server/auth'
import { isTeam, isUnencrypted } from '@/lib/server/config.js'
import { returnPath } from '@/lib/shared/return-path'

/** The target of an invitation link. */
export default async function Page({ params, searchParams }: PageProps<'/join/[code]'>) {
  if (!isTeam()) notFound()
  await pagePrincipal()
  const { code } = await params
  const found = await invitations.find(code)
  return (
    <JoinPage
      code={code}
      invitation={found ? { email: found.email, resets: found.resets } : null}
      to={returnPath((await searchParams).to)}
      unencrypted={isUnencrypted()}
    />
  )
}
