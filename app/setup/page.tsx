import { notFound, redirect } from 'next/navigation'
import { pagePrincipal } from '@/app/principal'
import { SetUpPage } from '@/components/auth'
import { users } from '@/lib/server/auth'
import { isTeam } from '@/lib/server/config.js'

/** Creates the first owner. */
export default async function Page() {
  if (!isTeam()) notFound()
  await pagePrincipal()
  if (await users.hasOwner()) redirect('/')
  return <SetUpPage />
}
