import { Button } from '@/components/ui'
import { maySendAgain, type SubmissionEntry } from '@/lib/client/submissions'
import { useWords } from '@/lib/client/words'
import { Card } from './card'
import { ConsoleLink } from './console-link'
import { MakingPanel } from './making-panel'
import { type Telling, tellProblem } from './say-failure'
import { shapeOf, shapeOfWish } from './shape'
import { WordsPanel } from './words-panel'

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

function useTelling({ phase }: SubmissionEntry): Telling {
  const words = useWords()
  if ('problem' in phase) return tellProblem(words, phase.problem)
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
