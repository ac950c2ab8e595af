import { Button } from '@/components/ui'
import { useModels } from '@/lib/client/models'
import { useWords } from '@/lib/client/words'
import { Card } from './card'
import { ConsoleLink } from './console-link'
import { MakingPanel } from './making-panel'
import { type Telling, tellProblem } from './say-failure'
import { shapeOf, shapeOfWish } from './shape'
import { sayTakesPeople } from './takes-people'
import type { Wish } from './wishes'
import { WordsPanel } from './words-panel'

type Props = { wish: Wish; onSendAgain: (wish: Wish) => void; onEdit: (wish: Wish) => void }

/** A wish that the server has not answered yet, or answered without keeping a record. */
export function WishCard(props: Props) {
  const { submission, images, state, pressedAt } = props.wish
  const ratio = shapeOf(submission.settings, images)
  const shape = shapeOfWish(props.wish)
  const [first] = images
  const telling = useTelling(props.wish)
  return (
    <Card
      {...submission}
      ratio={ratio}
      shape={shape}
      taskid={null}
      film={
        state.is === 'sending' ? (
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

function useTelling({ state, submission: { model } }: Wish): Telling {
  const words = useWords()
  const models = useModels()
  if (state.is === 'problem') {
    const { title, sentences } = tellProblem(words, state.problem)
    const people = sayTakesPeople(words, { model, reason: state.problem.detail }, models)
    return { title, sentences: [...sentences, ...people] }
  }
  const { title, text } = words.outcomes.silent
  return { title, sentences: [text] }
}

/** The one thing to do. Where sending again could pay twice, it is to look first. */
function Remedy({ wish, onSendAgain, onEdit }: Props) {
  const words = useWords().gallery
  const code = wish.state.is === 'problem' ? wish.state.problem.code : null
  if (code === 'provider_unclear') return <ConsoleLink />
  if (code === null || code === 'internal') {
    return <Button onClick={() => onSendAgain(wish)}>{words.sendAgain}</Button>
  }
  return <Button onClick={() => onEdit(wish)}>{words.edit}</Button>
}
