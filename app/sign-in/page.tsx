import { notFound, redirect } from 'next/navigation'
import { pagePrincipal } from '@/app/principal'
import { SignInPage } from '@/components/auth'
import { oidc, users } from '@/lib/server/auth'
import { isTeam, isUnencrypted } from '@/lib/server/config.js'
import { returnPath, withReturn } from '@/lib/shared/return-path'

const REASONS = [
  'not_invited',
  'email_not_verified',
  'email_not_stated',
  'email_not_found',
  'owner_asked',
] as const

/** Our pages redirect here with `to`, the OIDC callback with `error` when it refused the user. */
export default async function Page({ searchParams }: PageProps<'/sign-in'>) {
  if (!isTeam()) notFound()
  const { error, to: wanted } = await searchParams
  const to = returnPath(wanted)
  if (await pagePrincipal()) redirect(to)
  if (!(await users.hasOwner())) redirect(withReturn('/setup', to))
  const refusal = error === undefined ? null : (REASONS.find((reason) => reason === error) ?? 'other')
  return <SignInPage provider={oidc.name()} refusal={refusal} to={to} unencrypted={isUnencrypted()} />
}
