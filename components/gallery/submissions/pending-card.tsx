import { Suspense } from 'react'
import { Card } from '@/components/gallery/card/card'
import { ConsoleLink } from '@/components/gallery/card/console-link'
import { MakingPanel } from '@/components/gallery/card/making-panel'
import { MessagePanel } from '@/components/gallery/card/message-panel'
import { shapeOf, shapeOfSubmission } from '@/components/gallery/grid/shape'
import { needed } from '@/components/layout/needed'
import { Button } from '@/components/ui'
import { mayPass, thumbnailAddress } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import { maySendAgain, type SubmissionEntry } from '@/lib/client/submissions'
import type { FixedRatio } from '@/lib/shared/models'

const BetweenPanel = needed(async () => (await import('./between-panel')).BetweenPanel)
const ProblemPanel = needed(async () => (await import('./problem-panel')).ProblemPanel)

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
  return (
    <Card
      {...submission}
      ratio={ratio}
      shape={shape}
      taskid={null}
      media={
        phase.type === 'submitting' ? (
          <MakingPanel
            status="submitting"
            settings={submission.settings}
            since={pressedAt}
            shape={shape}
            image={first && thumbnailAddress(first.id)}
          />
        ) : (
          <Unanswered {...props} shape={shape} />
        )
      }
    />
  )
}

/** What answered in place of our server, if anything did. */
const betweenIn = (phase: SubmissionEntry['phase']) =>
  phase.type === 'networkError' ? phase.between : undefined

/** What became of a submission that has no record. */
function Unanswered({ shape, ...props }: Props & { shape: FixedRatio }) {
  const { networkError } = useMessages('gallery')
  const { phase, submission } = props.entry
  const remedy = <Remedy {...props} />
  if (!('problem' in phase)) {
    const { title, text, safe } = networkError
    const plain = (
      <MessagePanel shape={shape} title={title} sentences={[text, safe]}>
        {remedy}
      </MessagePanel>
    )
    const between = betweenIn(phase)
    if (!between) return plain
    return (
      <Suspense fallback={plain}>
        <BetweenPanel between={between} shape={shape}>
          {remedy}
        </BetweenPanel>
      </Suspense>
    )
  }
  const inOwnWords = (
    <MessagePanel shape={shape} title="" sentences={[phase.problem.detail]}>
      {remedy}
    </MessagePanel>
  )
  return (
    <Suspense fallback={inOwnWords}>
      <ProblemPanel problem={phase.problem} model={submission.model} shape={shape}>
        {remedy}
      </ProblemPanel>
    </Suspense>
  )
}

/** The one button to offer. Where resending could pay twice, it leads to the provider’s console. */
function Remedy({ entry, onSendAgain, onEdit }: Props) {
  const messages = useMessages('gallery')
  const { phase } = entry
  const between = betweenIn(phase)
  const again = maySendAgain(phase) && (!between || mayPass(between))
  if (again) return <Button onClick={() => onSendAgain(entry)}>{messages.sendAgain}</Button>
  if (phase.type === 'unknown') return <ConsoleLink />
  return <Button onClick={() => onEdit(entry)}>{messages.edit}</Button>
}
