import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import { anchorOf } from '@/components/gallery/go-to-videos'
import { isFailure, shapeOf, shapeOfCard } from '@/components/gallery/grid/shape'
import type { CardShortcut } from '@/components/gallery/shortcuts/shortcut-actions'
import type { Generation } from '@/lib/shared/generation'
import { Card } from './card'
import { CardActions } from './card-actions'
import type { CardHandle } from './card-handle'
import { Media } from './media'

/** The card of a generation, that is of a submission that the server has recorded. */
export function GenerationCard({ generation }: { generation: Generation }) {
  const { id, prompt, settings, images, video, status, taskid, by, createdAt } = generation
  const { again, star } = useGenerationActions()
  const ratio = shapeOf(settings, images, video)
  const shape = shapeOfCard(generation)
  const onShortcut = (shortcut: CardShortcut, { player, download }: CardHandle): boolean => {
    if (!video || (shortcut === 'star' && by !== null)) return false
    if (shortcut === 'play') player.current?.playOrPause()
    if (shortcut === 'download') download.current?.click()
    if (shortcut === 'again') again(generation)
    if (shortcut === 'star') star(generation)
    return true
  }
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
      by={by}
      onShortcut={onShortcut}
      media={<Media generation={generation} shape={shape} />}
      actions={<CardActions generation={generation} />}
    />
  )
}
