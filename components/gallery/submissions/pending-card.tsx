import { Card } from '@/components/gallery/card/card'
import { ConsoleLink } from '@/components/gallery/card/console-link'
import { type Telling, tellProblem } from '@/components/gallery/card/failure-text'
import { MakingPanel } from '@/components/gallery/card/making-panel'
import { WordsPanel } from '@/components/gallery/card/message-panel'
import { sayTakesPeople } from '@/components/gallery/card/takes-people'
import { shapeOf, shapeOfWish } from '@/components/gallery/grid/shape'
import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/messages'
import { useModels } from '@/lib/client/models'
import { maySendAgain, type SubmissionEntry } from '@/lib/client/submissions'

type Props = {
  entry: SubmissionEntry
  onSendAgain: (entry: SubmissionEntry) => void
  onEdit: (entry: SubmissionEntry) => void
}

/** A submission that the server has not answered yet, or answered without keeping a record. */
export function WishCard(props: Props) {
  const { submission, images, phase, pressedAt } = props.entry
  const ratio = shapeOf(submission.settings, images)
  const shape = shapeOfWish(props.entry)
  const [first] = images
  const telling = useTelling(props.entry)
  return (
    <Card
      {...submission}
      ratio={ratio}
      shape={shape}
      taskid={null}
      film={
        phase.type === 'submitting' ? (
          <MakingPanel
            status="submitting"
            settings={submission.settings}
            since={pressedAt}
            shape={shape}
            picture={first && `/api/images/${encodeURIComponent(first.id)}?thumbnail=1`}
          />
        ) : (
          <WordsPanel shape={shape} {...telling}>
            <Remedy {...props} />
          </WordsPanel>
        )
      }
    />
  )
}

function useTelling({ phase, submission: { model } }: SubmissionEntry): Telling {
  const words = useWords()
  const models = useModels()
  if ('problem' in phase) {
    const { title, sentences } = tellProblem(words, phase.problem)
    const people = sayTakesPeople(words, { model, reason: phase.problem.detail }, models)
    return { title, sentences: [...sentences, ...people] }
  }
  const { title, text } = words.outcomes.silent
  return { title, sentences: [text] }
}

/** The one thing to do. Where sending again could pay twice, it is to look first. */
function Remedy({ entry, onSendAgain, onEdit }: Props) {
  const words = useWords().gallery
  const { phase } = entry
  if (maySendAgain(phase)) return <Button onClick={() => onSendAgain(entry)}>{words.sendAgain}</Button>
  if (phase.type === 'unknown') return <ConsoleLink />
  return <Button onClick={() => onEdit(entry)}>{words.edit}</Button>
}
