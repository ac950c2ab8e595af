import { Suspense } from 'react'
import { thumbnailOf } from '@/components/gallery/addresses'
import { ConsoleLink } from '@/components/gallery/card/console-link'
import { needed } from '@/components/layout/needed'
import { Button } from '@/components/ui'
import { type Between, mayPass } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import { maySendAgain, type SubmissionEntry } from '@/lib/client/submissions'
import { MessageLine } from './message-line'
import { RowFrame } from './row-frame'

const BetweenLine = needed(async () => (await import('./between-line')).BetweenLine)
const ProblemLine = needed(async () => (await import('./problem-line')).ProblemLine)

export type OnEntry = {
  onSendAgain: (entry: SubmissionEntry) => void
  onEdit: (entry: SubmissionEntry) => void
  onDismiss: (entry: SubmissionEntry) => void
}

type Props = OnEntry & { entry: SubmissionEntry }

/** The row of a submission that has no record: what became of it. */
export function UnansweredRow({ entry, onDismiss, ...onEntry }: Props) {
  const { actions, gallery } = useMessages()
  const { submission, images, phase } = entry
  const remedy = <Remedy entry={entry} {...onEntry} />
  return (
    <RowFrame
      prompt={submission.prompt}
      image={thumbnailOf(images)}
      close={{ name: actions.dismiss, press: () => onDismiss(entry) }}
    >
      {(about) => {
        if (!('problem' in phase)) {
          const { title, text, safe } = gallery.networkError
          const plain = (
            <MessageLine title={title} sentences={[text, safe]} about={about}>
              {remedy}
            </MessageLine>
          )
          const between = betweenIn(phase)
          if (!between) return plain
          return (
            <Suspense fallback={plain}>
              <BetweenLine between={between} about={about}>
                {remedy}
              </BetweenLine>
            </Suspense>
          )
        }
        const inOwnWords = (
          <MessageLine title="" sentences={[phase.problem.detail]} about={about}>
            {remedy}
          </MessageLine>
        )
        return (
          <Suspense fallback={inOwnWords}>
            <ProblemLine
              problem={phase.problem}
              failed={phase.type === 'rejected'}
              model={submission.model}
              about={about}
            >
              {remedy}
            </ProblemLine>
          </Suspense>
        )
      }}
    </RowFrame>
  )
}

/** What answered in place of our server, if anything did. */
const betweenIn = (phase: SubmissionEntry['phase']): Between | undefined =>
  phase.type === 'networkError' ? phase.between : undefined

/** The one button to offer. Where resending could pay twice, it leads to the provider’s console. */
function Remedy({ entry, onSendAgain, onEdit }: Omit<Props, 'onDismiss'>) {
  const messages = useMessages('gallery')
  const { phase } = entry
  const between = betweenIn(phase)
  if (maySendAgain(phase) && (!between || mayPass(between)))
    return <Button onClick={() => onSendAgain(entry)}>{messages.sendAgain}</Button>
  if (phase.type === 'unknown') return <ConsoleLink>{messages.console}</ConsoleLink>
  return <Button onClick={() => onEdit(entry)}>{messages.edit}</Button>
}
