import { notFound, redirect } from 'next/navigation'
import { whoOpens } from '@/app/principal'
import { SetUpPage } from '@/components/auth'
import { users } from '@/lib/server/auth'
import { isTeam } from '@/lib/server/config.js'

/** Where the first owner comes in. */
export default async function Page() {
  if (!isTeam()) notFound()
  await whoOpens()
  if (await users.hasOwner()) redirect('/')
  return <SetUpPage />
}
