import { readerTheme } from '@/app/reader'
import { signedInAt } from '@/app/visitor'
import { AccountPage } from '@/components/access'
import { sessions, tokens } from '@/lib/server/access'

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
