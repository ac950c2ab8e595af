import { memberOf } from '@/app/member'
import { signedInAt } from '@/app/principal'
import { readerTheme } from '@/app/reader'
import { AccountPage } from '@/components/auth'
import { ForMember } from '@/components/auth/session'
import { sessions, tokens } from '@/lib/server/auth'

/** The signed-in user’s account page. */
export default async function Page() {
  const principal = await signedInAt('/account')
  const { name, email, role } = principal
  return (
    <ForMember member={memberOf(principal)}>
      <AccountPage
        user={{ name, email, role }}
        theme={await readerTheme()}
        sessions={await sessions.list(principal)}
        tokens={await tokens.list(principal)}
      />
    </ForMember>
  )
}
