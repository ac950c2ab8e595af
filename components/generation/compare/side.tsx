import { useState } from 'react'
import { StarButton, useGenerationActions } from '@/components/gallery'
import { lazy } from '@/components/layout/lazy'
import { Button, Icon, IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { deletionOf } from '@/lib/shared/deletion'
import type { Generation } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'

const ConfirmRemoval = lazy(async () => (await import('@/components/layout/confirm-removal')).ConfirmRemoval)

type Props = {
  generation: Generation
  /** Whether this one is heard; the others are muted. */
  heard: boolean
  onHear: (on: boolean) => void
  onRemoved: () => void
}

/** What belongs to one of the compared videos: keep it, save it, delete it, hear it, and its prompt. */
export function Side({ generation, heard, onHear, onRemoved }: Props) {
  const messages = useMessages({ en: generationEn, zh: generationZh })
  const { remove } = useGenerationActions()
  const [confirm, setConfirm] = useState(false)
  const { prompt, video, settings } = generation
  const deletion = deletionOf(generation)
  return (
    <div className="grid min-w-0 content-start gap-2">
      <div className="-ml-2.5 flex flex-wrap items-center">
        <StarButton generation={generation} />
        <a
          href={`${video?.url}?download=1`}
          title={messages.downloadVideo}
          className="inline-grid size-10 place-items-center rounded text-second hover:bg-well hover:text-text pointer-coarse:size-11"
        >
          <Icon name="download" />
          <span className="sr-only">{messages.downloadVideo}</span>
        </a>
        {deletion && (
          <IconButton
            icon="trash"
            name={messages.remove}
            aria-haspopup="dialog"
            onClick={() => setConfirm(true)}
          />
        )}
        {settings?.generateAudio && (
          <Button
            aria-pressed={heard}
            onClick={() => onHear(!heard)}
            className="ml-2 aria-pressed:border-mark aria-pressed:text-mark"
          >
            {messages.compare.hear}
          </Button>
        )}
      </div>
      <p className="wrap-anywhere line-clamp-6 text-sm" title={prompt}>
        {prompt}
      </p>
      {confirm && deletion && (
        <ConfirmRemoval
          of={deletion}
          onYes={() => {
            remove(generation)
            onRemoved()
          }}
          onClose={() => setConfirm(false)}
        />
      )}
    </div>
  )
}
