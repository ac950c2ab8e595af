import { Card } from '@/components/gallery/card/card'
import { ConsoleLink } from '@/components/gallery/card/console-link'
import { problemText, type Telling } from '@/components/gallery/card/failure-text'
import { MakingPanel } from '@/components/gallery/card/making-panel'
import { MessagePanel } from '@/components/gallery/card/message-panel'
import { takesPeopleText } from '@/components/gallery/card/takes-people'
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

/** A submission that the server has not answered yet, or answered without keeping a record. */
export function PendingCard(props: Props) {
  const { submission, images, phase, pressedAt } = props.entry
  const ratio = shapeOf(submission.settings, images)
  const shape = shapeOfSubmission(props.entry)
  const [first] = images
  const telling = useTelling(props.entry)
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
          <MessagePanel shape={shape} {...telling}>
            <Remedy {...props} />
          </MessagePanel>
        )
      }
    />
  )
}

function useTelling({ phase, submission: { model } }: SubmissionEntry): Telling {
  const messages = useMessages()
  const models = useModels()
  if ('problem' in phase) {
    const { title, sentences } = problemText(messages, phase.problem)
    const people = takesPeopleText(messages, { model, reason: phase.problem.detail }, models)
    return { title, sentences: [...sentences, ...people] }
  }
  const { title, text } = messages.outcomes.networkError
  return { title, sentences: [text] }
}

/** The one thing to do. Where sending again could pay twice, it is to look first. */
function Remedy({ entry, onSendAgain, onEdit }: Props) {
  const messages = useMessages('gallery')
  const { phase } = entry
  if (maySendAgain(phase)) return <Button onClick={() => onSendAgain(entry)}>{messages.sendAgain}</Button>
  if (phase.type === 'unknown') return <ConsoleLink />
  return <Button onClick={() => onEdit(entry)}>{messages.edit}</Button>
}
