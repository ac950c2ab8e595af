import { signedInAt } from '@/app/principal'
import { readerTheme } from '@/app/reader'
import { AccountPage } from '@/components/auth'
import { sessions, tokens } from '@/lib/server/auth'

/** One's own page. */
export default async function Page() {
  const visitor = await signedInAt('/account')
  const { name, email, role } = visitor
  return (
    <AccountPage
      person={{ name, email, role }}
      theme={await readerTheme()}
      sessions={await sessions.list(visitor)}
      tokens={await tokens.list(visitor)}
    />
  )
}
