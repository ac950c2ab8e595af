import { useWords } from '@/lib/client/words'
import { ACTIVE, type Generation } from '@/lib/shared/generation'
import type { FixedRatio } from '@/lib/shared/seedance'
import { Card } from './card'
import { CardActions } from './card-actions'
import type { Deeds } from './deeds'
import { Film } from './film'
import { anchorOf } from './go-to-films'
import { MakingPanel } from './making-panel'
import { Remedies } from './remedies'
import { tellFailure } from './say-failure'
import { isFailure, shapeOf, shapeOfCard } from './shape'
import { WordsPanel } from './words-panel'

type Props = { generation: Generation; deeds: Deeds }

/** A wish that the server knows. */
export function GenerationCard({ generation, deeds }: Props) {
  const { prompt, settings, images, video, status, taskid } = generation
  const ratio = shapeOf(settings, images, video)
  const shape = shapeOfCard(generation)
  return (
    <Card
      anchor={anchorOf(generation.id)}
      prompt={prompt}
      settings={settings}
      ratio={ratio}
      shape={shape}
      status={isFailure(generation) ? status : undefined}
      taskid={taskid}
      film={<Picture generation={generation} shape={shape} deeds={deeds} />}
      actions={<CardActions generation={generation} onDeleted={() => deeds.drop(generation.id)} />}
    />
  )
}

/** The film, or what there is to say as long as it is not there. */
function Picture({ generation, shape, deeds }: Props & { shape: FixedRatio }) {
  const words = useWords()
  const { status, settings, failure, video, images, createdAt } = generation
  const active = ACTIVE.find((state) => state === status)
  if (active) {
    const barred = failure?.code === 'host_not_allowed'
    const [first] = images
    return (
      <MakingPanel
        status={active}
        settings={settings}
        note={barred ? words.outcomes.hostNotAllowed(failure.message) : undefined}
        since={Date.parse(createdAt)}
        shape={shape}
        picture={first && `/api/images/${encodeURIComponent(first.id)}?thumbnail=1`}
      />
    )
  }
  if (video) return <Film id={generation.id} video={video} poster={generation.poster} />
  return (
    <WordsPanel shape={shape} {...tellFailure(words, generation)}>
      <Remedies generation={generation} deeds={deeds} />
    </WordsPanel>
  )
}
