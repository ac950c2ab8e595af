import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/words'
import { Card } from './card'
import { MakingPanel } from './making-panel'
import { tellProblem } from './say-failure'
import { roomForWords, shapeOf } from './shape'
import type { Wish } from './wishes'
import { WordsPanel } from './words-panel'

type Props = { wish: Wish; onSendAgain: (wish: Wish) => void; onEdit: (wish: Wish) => void }

/** A wish that the server has not answered yet, or answered without keeping a record. */
export function WishCard({ wish, onSendAgain, onEdit }: Props) {
  const words = useWords()
  const { submission, images, state } = wish
  const ratio = shapeOf(submission.settings, images)
  const shape = state.is === 'sending' ? ratio : roomForWords(ratio)
  const again = state.is === 'silent' || (state.is === 'problem' && state.problem.code === 'internal')
  const [first] = images
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
            since={wish.pressedAt}
            shape={shape}
            picture={first && `/api/images/${encodeURIComponent(first.id)}?thumbnail=1`}
          />
        ) : (
          <WordsPanel
            shape={shape}
            {...(state.is === 'silent'
              ? { title: words.outcomes.silent.title, sentences: [words.outcomes.silent.text] }
              : tellProblem(words, state.problem))}
          >
            {again ? (
              <Button onClick={() => onSendAgain(wish)}>{words.gallery.sendAgain}</Button>
            ) : (
              <Button onClick={() => onEdit(wish)}>{words.gallery.edit}</Button>
            )}
          </WordsPanel>
        )
      }
    />
  )
}
