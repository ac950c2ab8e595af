import { withBasePath } from '@/lib/shared/base-path'
import type { Locale } from '@/lib/shared/messages/locale'
import { call, nothing } from './api'
import { networkErrorText } from './network-error-text'
import { forgetAll } from './storage'

type Texts = { networkError: string; says: (detail: string) => string }

/**
 * Ends this session, clears what the browser has stored, since the next user may be somebody else, and leaves the page.
 * @returns why it failed, as text; null if it didn't
 */
export async function signOut(locale: Locale, texts: Texts): Promise<string | null> {
  const answer = await call('POST', '/api/auth/sign-out', undefined, nothing)
  if (answer.type === 'networkError') return networkErrorText(locale, answer, texts.networkError)
  if (answer.type === 'problem') return texts.says(answer.problem.detail)
  forgetAll()
  location.assign(withBasePath('/sign-in'))
  return null
}
