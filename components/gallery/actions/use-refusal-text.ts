import type { Refused } from '@/lib/client/api'
import { useLocale, useMessages } from '@/lib/client/messages'
import { networkErrorText } from '@/lib/client/network-error-text'

/** Words why the server refused an action on a video. The texts are loaded with the first refusal. */
export function useRefusalText(): (refused: Refused) => Promise<string> {
  const locale = useLocale()
  const decisions = useMessages('decisions')
  return async (refused) => {
    if (refused.type === 'networkError') return networkErrorText(locale, refused, decisions.networkError)
    try {
      const { refusalText } = await import('./refusal-text')
      return refusalText({ decisions }, locale, refused.problem)
    } catch {
      return decisions.says(refused.problem.detail) // English, but already here
    }
  }
}
