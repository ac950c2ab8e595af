import { notFound, redirect } from 'next/navigation'
import { whoOpens } from '@/app/principal'
import { SignInPage } from '@/components/auth'
import { oidc, users } from '@/lib/server/auth'
import { isTeam } from '@/lib/server/config.js'

/** Where people may be sent afterwards: to pages of ours, not to wherever a link says. */
const OURS = /^\/(g\/[\w-]+|account|team)$/

const REASONS = ['not_invited', 'email_not_verified', 'owner_asked'] as const

/** Pages send people here with `to`, the company's own sign-in with `error` when it did not let them in. */
export default async function Page({ searchParams }: PageProps<'/sign-in'>) {
  if (!isTeam()) notFound()
  if (await whoOpens()) redirect('/')
  if (!(await users.hasOwner())) redirect('/setup')
  const { error, to } = await searchParams
  const refusal = error === undefined ? null : (REASONS.find((reason) => reason === error) ?? 'other')
  return <SignInPage provider={oidc.name()} refusal={refusal} to={to && OURS.test(`${to}`) ? `${to}` : '/'} />
}
