import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { type AdmittedAt, whoAsks } from '@/lib/server/access'

/** Who has signed in to see a page that is there for them alone; everybody else goes where they can. */
export async function signedIn(): Promise<AdmittedAt<'signed-in'>> {
  const visitor = await whoAsks(await headers())
  if (!visitor) redirect('/sign-in')
  if (visitor.via !== 'session') notFound()
  return visitor
}
