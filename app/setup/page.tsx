import { notFound, redirect } from 'next/navigation'
import { pagePrincipal } from '@/app/principal'
import { SetUpPage } from '@/components/auth'
import { users } from '@/lib/server/auth'
import { isTeam, isUnencrypted } from '@/lib/server/config.js'
import { returnPath } from '@/lib/shared/return-path'

/** Creates the first owner. */
export default async function Page({ searchParams }: PageProps<'/setup'>) {
  if (!isTeam()) notFound()
  await pagePrincipal()
  const to = returnPath((await searchParams).to)
  if (await users.hasOwner()) redirect(to)
  return <SetUpPage to={to} unencrypted={isUnencrypted()} />
}
