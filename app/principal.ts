import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { type AdmittedAt, getPrincipal } from '@/lib/server/auth'
import { Problem } from '@/lib/shared/problem'
import { withReturn } from '@/lib/shared/return-path'

type Principal = AdmittedAt<'member'>

/** The principal of a page request; null if nobody is signed in. Responds 404 under a host name that is not ours. */
export async function pagePrincipal(): Promise<Principal | null> {
  try {
    return await getPrincipal(await headers())
  } catch (error) {
    if (error instanceof Problem && error.code === 'forbidden') notFound()
    throw error
  }
}

/** The principal of a page request. If nobody is signed in, redirects to sign-in, which returns to `path`. */
export async function principalAt(path: string): Promise<Principal> {
  const principal = await pagePrincipal()
  if (!principal) redirect(withReturn('/sign-in', path))
  return principal
}

/** The signed-in user of a page that exists only where users sign in; 404 elsewhere. */
export async function signedInAt(path: string): Promise<AdmittedAt<'signed-in'>> {
  const principal = await principalAt(path)
  if (principal.via !== 'session') notFound()
  return principal
}
