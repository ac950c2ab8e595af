import { useAccountMessages } from '@/components/auth/messages'
import { call, nothing } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { forgetAll } from '@/lib/client/storage'
import { withBasePath } from '@/lib/shared/base-path'

/** Ends this session and clears what the browser has stored, since the next user may be somebody else. */
export function SignOut() {
  const messages = useAccountMessages()
  const signOut = async () => {
    const answer = await call('POST', '/api/auth/sign-out', undefined, nothing)
    if (answer.type !== 'done') return announce(messages.networkError)
    forgetAll()
    location.assign(withBasePath('/sign-in'))
  }
  return (
    <button
      type="button"
      onClick={signOut}
      className="h-10 whitespace-nowrap rounded px-3 text-second text-sm hover:bg-well hover:text-text pointer-coarse:h-11"
    >
      {messages.signOut}
    </button>
  )
}
