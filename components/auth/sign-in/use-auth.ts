import { useState } from 'react'
import { useEntranceWords } from '@/components/auth/messages'
import { call, type Refused } from '@/lib/client/api'
import type { entranceEn } from '@/lib/shared/messages/en/auth'

type EntranceWords = typeof entranceEn

type Problem = Extract<Refused, { is: 'problem' }>['problem']

/** Someone came in: the one whom the server names. */
const person = (json: unknown): { id: string } | null =>
  typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'string'
    ? { id: json.id }
    : null

/**
 * One way in: sends what was entered, and says why it did not open.
 * @param say words for what this way knows better than the rest
 */
export function useEntrance(
  url: string,
  onIn: (person: { id: string }) => void,
  say: (problem: Problem) => string | undefined,
) {
  const words = useEntranceWords()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const send = async (fields: Record<string, string>) => {
    setBusy(true)
    setError('')
    const answer = await call('POST', url, fields, person)
    if (answer.is === 'done') return onIn(answer.value)
    setBusy(false)
    if (answer.is === 'silent') return setError(words.silent)
    setError(say(answer.problem) ?? inGeneral(words, answer.problem))
  }
  return { busy, error, send }
}

function inGeneral(words: EntranceWords, { code, detail, errors, reasons, retryAfter }: Problem): string {
  if (reasons?.some(({ is }) => is === 'line_full')) return words.lineFull(retryAfter)
  if (code === 'rate_limited') return words.tooMany(retryAfter)
  return errors?.name ? words.unseenInName : words.says(detail)
}

/** A page is loaded anew, so that nothing of before stays in it. */
export const goToStudio = () => location.assign('/')
