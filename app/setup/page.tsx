import { notFound, redirect } from 'next/navigation'
import { whoOpens } from '@/app/visitor'
import { SetUpPage } from '@/components/access'
import { people } from '@/lib/server/access'
import { isTeam } from '@/lib/server/config'

/** Where the first owner comes in. */
export default async function Page() {
  if (!isTeam()) notFound()
  await whoOpens()
  if (await people.hasOwner()) redirect('/')
  return <SetUpPage />
}
