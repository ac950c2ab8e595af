'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { type ApiPath, callSignedIn, nothing, type ProblemAnswer } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { useLocale } from '@/lib/client/messages'
import { networkErrorText } from '@/lib/client/network-error-text'
import { useAccountMessages } from './messages'

type Method = Parameters<typeof callSignedIn>[0]

/**
 * Runs one change at a time: sends it, announces success and refreshes the page’s data.
 * @param errorText the caller’s own text for a problem; undefined for the general one
 */
export function useChange(errorText: (problem: ProblemAnswer) => string | undefined = () => undefined) {
  const messages = useAccountMessages()
  const locale = useLocale()
  const { refresh } = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')

  async function change<Good>(
    method: Method,
    path: ApiPath,
    body: unknown,
    done: { said: string; read: (json: unknown) => Good | null },
  ): Promise<Good | null> {
    setBusy(true)
    setError('')
    const answer = await callSignedIn(method, path, body, done.read)
    setBusy(false)
    if (answer.type === 'done') {
      announce(done.said)
      refresh()
      return answer.value
    }
    if (answer.type === 'networkError')
      setError(await networkErrorText(locale, answer, messages.networkError))
    else if (answer.problem.code === 'unauthenticated') setError(messages.signedOut)
    else setError(errorText(answer.problem) ?? messages.says(answer.problem.detail))
    return null
  }

  return {
    busy,
    error,
    /** For requests that return something to show. Null if it failed. */
    change,
    /**
     * For requests that return nothing.
     * @returns whether it succeeded
     */
    act: async (method: Method, path: ApiPath, body: unknown, said: string): Promise<boolean> =>
      (await change(method, path, body, { said, read: nothing })) !== null,
  }
}
