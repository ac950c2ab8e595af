import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { generations } from '@/lib/client/api'
import { forgetKey, keyFor, renewKey } from '@/lib/client/draft'
import { serverNow } from '@/lib/client/server-clock'
import { createSubmissions, type SubmissionNews, type Submissions } from './create-submissions'

/** The submissions of this page. `newest`: `createdAt` of the newest generation known to the page, or ''. */
export function useSubmissions(newest: string): Submissions {
  const latest = useRef(newest)
  useEffect(() => {
    latest.current = newest
  })
  const [submissions] = useState(() =>
    createSubmissions({
      create: generations.create,
      keys: { keyFor, renewKey, forgetKey },
      newest: () => latest.current,
      now: serverNow,
    }),
  )
  return submissions
}

/** Calls back once for each event of a submission. */
export function useSubmissionNews({ news }: Submissions, onNews: (news: SubmissionNews) => void): void {
  const hear = useEffectEvent(onNews)
  useEffect(
    () =>
      news.subscribe(() => {
        const latest = news.get()
        if (latest) hear(latest)
      }),
    [news],
  )
}
