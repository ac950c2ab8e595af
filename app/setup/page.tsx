import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { SetUpPage } from '@/components/access'
import { people, whoAsks } from '@/lib/server/access'
import { isTeam } from '@/lib/server/config'

/** Where the first owner comes in. */
export default async function Page() {
  if (!isTeam()) notFound()
  await whoAsks(await headers())
  if (await people.hasOwner()) redirect('/')
  return <SetUpPage />
}
