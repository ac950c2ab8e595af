import type { Generation } from '@/lib/shared/generation'
import { Card } from './card'
import { CardActions } from './card-actions'
import type { Deeds } from './deeds'
import { anchorOf } from './go-to-films'
import { Picture } from './picture'
import { isFailure, shapeOf, shapeOfCard } from './shape'

type Props = { generation: Generation; deeds: Deeds }

/** A wish that the server knows. */
export function GenerationCard({ generation, deeds }: Props) {
  const { id, prompt, settings, images, video, status, taskid, createdAt } = generation
  const ratio = shapeOf(settings, images, video)
  const shape = shapeOfCard(generation)
  return (
    <Card
      anchor={anchorOf(id)}
      prompt={prompt}
      settings={settings}
      marks={[createdAt.slice(0, 'yyyy-mm-dd'.length), id]}
      ratio={ratio}
      shape={shape}
      status={isFailure(generation) ? status : undefined}
      taskid={taskid}
      by={generation.by}
      film={<Picture generation={generation} shape={shape} deeds={deeds} />}
      actions={<CardActions generation={generation} deeds={deeds} />}
    />
  )
}
