import type { Generation } from '@/lib/shared/generation'
import { Card } from './card'
import { CardActions } from './card-actions'
import { anchorOf } from './go-to-films'
import { Picture } from './picture'
import { isFailure, shapeOf, shapeOfCard } from './shape'

/** A submission that the server knows. */
export function GenerationCard({ generation }: { generation: Generation }) {
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
      by={generation.by}
      film={<Picture generation={generation} shape={shape} />}
      actions={<CardActions generation={generation} />}
    />
  )
}
