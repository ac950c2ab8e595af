import type { ReactNode } from 'react'
import { problemText, sentencesOf } from '@/components/gallery/card/failure-text'
import { otherModelText } from '@/components/gallery/card/other-model-text'
import type { ProblemAnswer } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import { useModels } from '@/lib/client/models'
import { FAILURES } from '@/lib/shared/messages/failures'
import { MessageLine } from './message-line'

type Props = {
  problem: ProblemAnswer
  /** Nothing was created. */
  failed: boolean
  model: string
  about: ReactNode
  children: ReactNode
}

/** Why the server did not take a submission. */
export function ProblemLine({ problem, failed, model, about, children }: Props) {
  const messages = useMessages(FAILURES)
  const text = problemText(messages, problem)
  const other = otherModelText(messages, { model, reason: problem.detail }, useModels())
  return (
    <MessageLine failed={failed} title={text.title} sentences={sentencesOf(text, other)} about={about}>
      {children}
    </MessageLine>
  )
}
