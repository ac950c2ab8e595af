import { Button, Icon } from '@/components/ui'
import { useWords } from '@/lib/client/words'
import { ACTIVE, type Generation } from '@/lib/shared/generation'
import { Card } from './card'
import { ConsoleLink } from './console-link'
import { Film } from './film'
import { MakingPanel } from './making-panel'
import { tellFailure } from './say-failure'
import { isFailure, roomForWords, shapeOf } from './shape'
import { WordsPanel } from './words-panel'

type Props = { generation: Generation; onEdit: (generation: Generation) => void }

/** A wish that the server knows. */
export function GenerationCard({ generation, onEdit }: Props) {
  const words = useWords()
  const { prompt, settings, images, video, status, taskid } = generation
  const ratio = shapeOf(settings, images, video)
  const active = ACTIVE.find((state) => state === status)
  const shape = isFailure(generation) ? roomForWords(ratio) : ratio
  const [first] = images
  return (
    <Card
      prompt={prompt}
      settings={settings}
      ratio={ratio}
      shape={shape}
      status={isFailure(generation) ? status : undefined}
      taskid={taskid}
      film={
        <>
          {active && (
            <MakingPanel
              status={active}
              since={Date.parse(generation.createdAt)}
              shape={shape}
              picture={first && `/api/images/${encodeURIComponent(first.id)}?thumbnail=1`}
            />
          )}
          {status === 'completed' && video && <Film video={video} shape={shape} />}
          {isFailure(generation) && (
            <WordsPanel shape={shape} {...tellFailure(words, generation)}>
              {status === 'unknown' ? (
                <ConsoleLink />
              ) : (
                <Button onClick={() => onEdit(generation)}>{words.gallery.edit}</Button>
              )}
            </WordsPanel>
          )}
        </>
      }
      actions={
        video && (
          <a
            href={`${video.url}?download=1`}
            title={words.gallery.download}
            className="inline-grid size-10 place-items-center rounded text-second hover:bg-well hover:text-text pointer-coarse:size-11"
          >
            <Icon name="download" />
            <span className="sr-only">{words.gallery.download}</span>
          </a>
        )
      }
    />
  )
}
