import { useState } from 'react'
import { useAuthMessages } from '@/components/auth/messages'
import { call, type Refused } from '@/lib/client/api'
import type { authEn } from '@/lib/shared/messages/en/auth'

type AuthMessages = typeof authEn

type Problem = Extract<Refused, { type: 'problem' }>['problem']

/** Someone came in: the one whom the server names. */
const user = (json: unknown): { id: string } | null =>
  typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'string'
    ? { id: json.id }
    : null

/**
 * One way in: sends what was entered, and says why it did not open.
 * @param say words for what this way knows better than the rest
 */
export function useAuth(
  url: string,
  onIn: (user: { id: string }) => void,
  say: (problem: Problem) => string | undefined,
) {
  const messages = useAuthMessages()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const send = async (fields: Record<string, string>) => {
    setBusy(true)
    setError('')
    const answer = await call('POST', url, fields, user)
    if (answer.type === 'done') return onIn(answer.value)
    setBusy(false)
    if (answer.type === 'networkError') return setError(messages.networkError)
    setError(say(answer.problem) ?? inGeneral(messages, answer.problem))
  }
  return { busy, error, send }
}

function inGeneral(messages: AuthMessages, { code, detail, errors, reasons, retryAfter }: Problem): string {
  if (reasons?.some(({ type }) => type === 'line_full')) return messages.lineFull(retryAfter)
  if (code === 'rate_limited') return messages.tooMany(retryAfter)
  return errors?.name ? messages.unseenInName : messages.says(detail)
}

/** A page is loaded anew, so that nothing of before stays in it. */
export const goToStudio = () => location.assign('/')
