import { useAccountMessages } from '@/components/auth/messages'
import { call, nothing } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { useLocale } from '@/lib/client/messages'
import { networkErrorText } from '@/lib/client/network-error-text'
import { forgetAll } from '@/lib/client/storage'
import { withBasePath } from '@/lib/shared/base-path'

/** Ends this session and clears what the browser has stored, since the next user may be somebody else. */
export function SignOut() {
  const messages = useAccountMessages()
  const locale = useLocale()
  const signOut = async () => {
    const answer = await call('POST', '/api/auth/sign-out', undefined, nothing)
    if (answer.type === 'networkError')
      return announce(await networkErrorText(locale, answer, messages.networkError))
    if (answer.type === 'problem') return announce(messages.says(answer.problem.detail))
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
