import { Suspense } from 'react'
import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import { anchorOf } from '@/components/gallery/go-to-videos'
import { shapeOf } from '@/components/gallery/grid/shape'
import { Preview } from '@/components/gallery/player/preview'
import { toggleSelected, useSelection } from '@/components/gallery/selected'
import type { CardShortcut } from '@/components/gallery/shortcuts/shortcut-actions'
import { needed } from '@/components/layout/needed'
import type { Generation } from '@/lib/shared/generation'
import { Card } from './card'
import { CardActions } from './card-actions'
import type { CardHandle } from './card-handle'
import { Media } from './media'
import { MoreButton } from './more-button'

const SelectCheck = needed(async () => (await import('./select-check')).SelectCheck)

/** The card of a video, made or in the making. */
export function GenerationCard({ generation }: { generation: Generation }) {
  const { id, prompt, settings, images, video, taskid, by, shared, tags, createdAt } = generation
  const { play, reuse, runAgain, goOn, star } = useGenerationActions()
  const selecting = useSelection().length > 0
  const shape = shapeOf(settings, images, video)
  const onShortcut = (shortcut: CardShortcut, { download, remove }: CardHandle): boolean => {
    if (shortcut === 'remove' || shortcut === 'select') {
      if (shortcut === 'select') toggleSelected(generation)
      else remove.current?.()
      return true
    }
    if (!video || (shortcut === 'star' && by !== null)) return false
    if (shortcut === 'play') play?.(generation)
    if (shortcut === 'download') download.current?.click()
    if (shortcut === 'reuse') reuse(generation)
    if (shortcut === 'runAgain') runAgain?.(generation)
    if (shortcut === 'goOn') void goOn(generation)
    if (shortcut === 'star') star(generation)
    return true
  }
  return (
    <Card
      id={id}
      anchor={anchorOf(id)}
      prompt={prompt}
      settings={settings}
      marks={[createdAt.slice(0, 'yyyy-mm-dd'.length), id]}
      shape={shape}
      taskid={taskid}
      by={by}
      tags={tags}
      shared={shared && by === null}
      onShortcut={onShortcut}
      media={
        <div className="relative">
          <Media
            generation={generation}
            shape={shape}
            player={(playable) => <Preview {...playable} generation={generation} shape={shape} />}
          />
          {selecting && (
            <Suspense>
              <SelectCheck generation={generation} />
            </Suspense>
          )}
        </div>
      }
      menu={<MoreButton generation={generation} />}
      actions={video && <CardActions generation={generation} />}
    />
  )
}
