import { notFound, redirect } from 'next/navigation'
import { pagePrincipal } from '@/app/principal'
import { SignInPage } from '@/components/auth'
import { oidc, users } from '@/lib/server/auth'
import { isTeam } from '@/lib/server/config.js'
import { withBasePath } from '@/lib/shared/base-path'

/** Allowed redirect targets after sign-in: our own pages only, never wherever a link says (no open redirect). */
const RETURN_PATHS = /^\/(g\/[\w-]+|account|team)$/

const isReturnPath = (path: unknown): path is `/${string}` => RETURN_PATHS.test(`${path}`)

const REASONS = ['not_invited', 'email_not_verified', 'owner_asked'] as const

/** Our pages redirect here with `to`, the OIDC callback with `error` when it refused the user. */
export default async function Page({ searchParams }: PageProps<'/sign-in'>) {
  if (!isTeam()) notFound()
  if (await pagePrincipal()) redirect('/')
  if (!(await users.hasOwner())) redirect('/setup')
  const { error, to } = await searchParams
  const refusal = error === undefined ? null : (REASONS.find((reason) => reason === error) ?? 'other')
  return (
    <SignInPage provider={oidc.name()} refusal={refusal} to={withBasePath(isReturnPath(to) ? to : '/')} />
  )
}
