import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call, nothing, type Refused } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { useAccountMessages } from './messages'

type Problem = Extract<Refused, { type: 'problem' }>['problem']
type Method = Parameters<typeof call>[0]

/**
 * Changes something on the server, says so, and has the page show how it stands now. One change at a time.
 * @param say words for what is known better here than in general
 */
export function useChange(say: (problem: Problem) => string | undefined = () => undefined) {
  const messages = useAccountMessages()
  const { refresh } = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')

  async function change<Good>(
    method: Method,
    url: string,
    body: unknown,
    done: { said: string; read: (json: unknown) => Good | null },
  ): Promise<Good | null> {
    setBusy(true)
    setError('')
    const answer = await call(method, url, body, done.read)
    setBusy(false)
    if (answer.type === 'done') {
      announce(done.said)
      refresh()
      return answer.value
    }
    if (answer.type === 'networkError') setError(messages.networkError)
    else setError(say(answer.problem) ?? messages.says(answer.problem.detail))
    return null
  }

  return {
    busy,
    error,
    /** For what is made and shown: what the server answers. Null when it was not made. */
    change,
    /** For what only has to be done. @returns whether it was */
    type: async (method: Method, url: string, body: unknown, said: string): Promise<boolean> =>
      (await change(method, url, body, { said, read: nothing })) !== null,
  }
}
