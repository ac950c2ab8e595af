import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { type AdmittedAt, whoAsks } from '@/lib/server/auth'
import { Problem } from '@/lib/shared/problem'

type Visitor = AdmittedAt<'member'>

/** Who opens a page; null for nobody in particular. Under a name that is not the studio's there is no page. */
export async function whoOpens(): Promise<Visitor | null> {
  try {
    return await whoAsks(await headers())
  } catch (error) {
    if (error instanceof Problem && error.code === 'forbidden') notFound()
    throw error
  }
}

/** Who opens a page; nobody in particular signs in first, and comes back to `path`. */
export async function visitorAt(path: string): Promise<Visitor> {
  const visitor = await whoOpens()
  if (!visitor) redirect(path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`)
  return visitor
}

/** Who opens a page that is there only where people sign in. */
export async function signedInAt(path: string): Promise<AdmittedAt<'signed-in'>> {
  const visitor = await visitorAt(path)
  if (visitor.via !== 'session') notFound()
  return visitor
}
