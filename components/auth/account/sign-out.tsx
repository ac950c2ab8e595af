import { useAccountMessages } from '@/components/auth/messages'
import { announce } from '@/lib/client/browser'
import { signOut } from '@/lib/client/sign-out'

/** Ends this session. */
export function SignOut() {
  const messages = useAccountMessages()
  const press = async () => {
    if (!(await signOut())) announce(messages.networkError)
  }
  return (
    <button
      type="button"
      onClick={press}
      className="h-10 whitespace-nowrap rounded px-3 text-second text-sm hover:bg-well hover:text-text pointer-coarse:h-11"
    >
      {messages.signOut}
    </button>
  )
}
