import type { ReactNode } from 'react'
import { problemText } from '@/components/gallery/card/failure-text'
import { MessagePanel } from '@/components/gallery/card/message-panel'
import { otherModelText } from '@/components/gallery/card/other-model-text'
import type { ProblemAnswer } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import { useModels } from '@/lib/client/models'
import { FAILURES } from '@/lib/shared/messages/failures'
import type { FixedRatio } from '@/lib/shared/models'

type Props = { problem: ProblemAnswer; model: string; shape: FixedRatio; children: ReactNode }

/** In place of a video: why the server did not take the submission. */
export function ProblemPanel({ problem, model, shape, children }: Props) {
  const messages = useMessages(FAILURES)
  const { title, sentences } = problemText(messages, problem)
  const otherModel = otherModelText(messages, { model, reason: problem.detail }, useModels())
  return (
    <MessagePanel shape={shape} title={title} sentences={[...sentences, ...otherModel]}>
      {children}
    </MessagePanel>
  )
}
