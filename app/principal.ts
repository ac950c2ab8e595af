import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { type AdmittedAt, getPrincipal } from '@/lib/server/auth'
import { Problem } from '@/lib/shared/problem'

type Principal = AdmittedAt<'member'>

/** Who opens a page; null for nobody in particular. Under a name that is not the studio's there is no page. */
export async function whoOpens(): Promise<Principal | null> {
  try {
    return await getPrincipal(await headers())
  } catch (error) {
    if (error instanceof Problem && error.code === 'forbidden') notFound()
    throw error
  }
}

/** Who opens a page; nobody in particular signs in first, and comes back to `path`. */
export async function principalAt(path: string): Promise<Principal> {
  const principal = await whoOpens()
  if (!principal) redirect(path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`)
  return principal
}

/** Who opens a page that is there only where people sign in. */
export async function signedInAt(path: string): Promise<AdmittedAt<'signed-in'>> {
  const principal = await principalAt(path)
  if (principal.via !== 'session') notFound()
  return principal
}
