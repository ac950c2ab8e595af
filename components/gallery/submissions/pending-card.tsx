import { Card } from '@/components/gallery/card/card'
import { ConsoleLink } from '@/components/gallery/card/console-link'
import { type Explanation, problemText } from '@/components/gallery/card/failure-text'
import { MakingPanel } from '@/components/gallery/card/making-panel'
import { MessagePanel } from '@/components/gallery/card/message-panel'
import { otherModelText } from '@/components/gallery/card/other-model-text'
import { shapeOf, shapeOfSubmission } from '@/components/gallery/grid/shape'
import { Button } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { useModels } from '@/lib/client/models'
import { maySendAgain, type SubmissionEntry } from '@/lib/client/submissions'

type Props = {
  entry: SubmissionEntry
  onSendAgain: (entry: SubmissionEntry) => void
  onEdit: (entry: SubmissionEntry) => void
}

/** The card of a submission that has no response yet, or one without a record. */
export function PendingCard(props: Props) {
  const { submission, images, phase, pressedAt } = props.entry
  const ratio = shapeOf(submission.settings, images)
  const shape = shapeOfSubmission(props.entry)
  const [first] = images
  const explanation = useExplanation(props.entry)
  return (
    <Card
      {...submission}
      ratio={ratio}
      shape={shape}
      taskid={null}
      video={
        phase.type === 'submitting' ? (
          <MakingPanel
            status="submitting"
            settings={submission.settings}
            since={pressedAt}
            shape={shape}
            image={first && `/api/images/${encodeURIComponent(first.id)}?thumbnail=1`}
          />
        ) : (
          <MessagePanel shape={shape} {...explanation}>
            <Remedy {...props} />
          </MessagePanel>
        )
      }
    />
  )
}

function useExplanation({ phase, submission: { model } }: SubmissionEntry): Explanation {
  const messages = useMessages()
  const models = useModels()
  if ('problem' in phase) {
    const { title, sentences } = problemText(messages, phase.problem)
    const otherModel = otherModelText(messages, { model, reason: phase.problem.detail }, models)
    return { title, sentences: [...sentences, ...otherModel] }
  }
  const { title, text } = messages.outcomes.networkError
  return { title, sentences: [text] }
}

/** The one button to offer. Where resending could pay twice, it leads to the provider’s console. */
function Remedy({ entry, onSendAgain, onEdit }: Props) {
  const messages = useMessages('gallery')
  const { phase } = entry
  if (maySendAgain(phase)) return <Button onClick={() => onSendAgain(entry)}>{messages.sendAgain}</Button>
  if (phase.type === 'unknown') return <ConsoleLink />
  return <Button onClick={() => onEdit(entry)}>{messages.edit}</Button>
}
