import { useAccountMessages } from '@/components/auth/messages'
import { announce } from '@/lib/client/browser'
import { useLocale } from '@/lib/client/messages'
import { signOut } from '@/lib/client/sign-out'

/** Ends this session. */
export function SignOut() {
  const messages = useAccountMessages()
  const locale = useLocale()
  const press = async () => {
    const failure = await signOut(locale, messages)
    if (failure !== null) announce(failure)
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
