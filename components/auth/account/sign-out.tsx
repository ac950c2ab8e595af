import { useAccountMessages } from '@/components/auth/messages'
import { Icon } from '@/components/ui'
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
      title={messages.signOut}
      className="grid h-10 min-w-10 place-items-center whitespace-nowrap rounded text-second text-sm hover:bg-well hover:text-text sm:px-3 pointer-coarse:h-11 pointer-coarse:min-w-11"
    >
      {/* A phone's header has no room for the words beside the pages' names. */}
      <Icon name="leave" className="sm:hidden" />
      <span className="max-sm:sr-only">{messages.signOut}</span>
    </button>
  )
}
