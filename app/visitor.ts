import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { type AdmittedAt, whoAsks } from '@/lib/server/access'

/** Who opens a page; nobody in particular signs in first, and comes back to `path`. */
export async function visitorAt(path: string): Promise<AdmittedAt<'member'>> {
  const visitor = await whoAsks(await headers())
  if (!visitor) redirect(path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`)
  return visitor
}

/** Who opens a page that is there only where people sign in. */
export async function signedInAt(path: string): Promise<AdmittedAt<'signed-in'>> {
  const visitor = await visitorAt(path)
  if (visitor.via !== 'session') notFound()
  return visitor
}
