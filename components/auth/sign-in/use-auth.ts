import { useState } from 'react'
import { useAuthMessages } from '@/components/auth/messages'
import { type ApiPath, call, type ProblemAnswer } from '@/lib/client/api'
import { useLocale } from '@/lib/client/messages'
import { networkErrorText } from '@/lib/client/network-error-text'
import type { authEn } from '@/lib/shared/messages/en/auth'

type AuthMessages = typeof authEn

/** The signed-in user from the server’s response. */
const parseUser = (json: unknown): { id: string } | null =>
  typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'string'
    ? { id: json.id }
    : null

/**
 * State of a sign-in form: submits the fields and words the error. Leave with a full page load, so that no state of the previous
 * page remains.
 * @param errorText the form’s own text for a problem; undefined for the general one
 */
export function useAuth(
  path: ApiPath,
  onSignedIn: (user: { id: string }) => void,
  errorText: (problem: ProblemAnswer) => string | undefined,
) {
  const messages = useAuthMessages()
  const locale = useLocale()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const send = async (fields: Record<string, string>) => {
    setBusy(true)
    setError('')
    const answer = await call('POST', path, fields, parseUser)
    if (answer.type === 'done') return onSignedIn(answer.value)
    setBusy(false)
    if (answer.type === 'networkError')
      return setError(await networkErrorText(locale, answer, messages.networkError))
    setError(errorText(answer.problem) ?? generalText(messages, answer.problem))
  }
  return { busy, error, send }
}

function generalText(
  messages: AuthMessages,
  { code, detail, errors, reasons, retryAfter }: ProblemAnswer,
): string {
  if (reasons?.some(({ type }) => type === 'line_full')) return messages.lineFull(retryAfter)
  if (code === 'rate_limited') return messages.tooMany(retryAfter)
  return errors?.name ? messages.unseenInName : messages.says(detail)
}
