import { Film } from '@/components/gallery/player/player'
import { useWords } from '@/lib/client/messages'
import { useModels } from '@/lib/client/models'
import { ACTIVE, type Generation } from '@/lib/shared/generation'
import type { FixedRatio } from '@/lib/shared/models'
import { saySavingWaits, tellFailure } from './failure-text'
import { MakingPanel } from './making-panel'
import { WordsPanel } from './message-panel'
import { Remedies } from './remedies'
import { sayTakesPeople } from './takes-people'

type Props = {
  generation: Generation
  shape: FixedRatio
}

/** The film, or what there is to say as long as it is not there. */
export function Picture({ generation, shape }: Props) {
  const words = useWords()
  const models = useModels()
  const { model, status, settings, failure, video, images, createdAt } = generation
  const active = ACTIVE.find((state) => state === status)
  if (active && settings) {
    const [first] = images
    return (
      <MakingPanel
        status={active}
        settings={settings}
        note={saySavingWaits(words, failure)}
        since={Date.parse(createdAt)}
        shape={shape}
        picture={first && `/api/images/${encodeURIComponent(first.id)}?thumbnail=1`}
      />
    )
  }
  if (video)
    return <Film id={generation.id} video={video} poster={generation.poster} own={generation.by === null} />
  if (settings === null) {
    const { title, text } = words.gallery.unreadable
    return <WordsPanel shape={shape} title={title} sentences={[text]} />
  }
  const told = tellFailure(words, generation)
  const reason = failure?.message ?? ''
  const people = sayTakesPeople(words, { model, reason }, models)
  return (
    <WordsPanel shape={shape} title={told.title} sentences={[...told.sentences, ...people]}>
      <Remedies generation={generation} />
    </WordsPanel>
  )
}
