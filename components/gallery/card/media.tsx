import { type ReactNode, Suspense } from 'react'
import { thumbnailOf } from '@/components/gallery/addresses'
import { needed } from '@/components/layout/needed'
import { useMessages } from '@/lib/client/messages'
import { ACTIVE, type Generation } from '@/lib/shared/generation'
import type { FixedRatio } from '@/lib/shared/models'
import { MakingPanel } from './making-panel'
import { MessagePanel } from './message-panel'

const FailurePanel = needed(async () => (await import('./failure-panel')).FailurePanel)

/** A video and what its player needs to know. */
export type Playable = {
  /** The generation’s. */
  id: string
  video: NonNullable<Generation['video']>
  /** Null if there is none yet: the browser then shows the first frame and uploads it as the poster. */
  poster: string | null
  /** Whether this user may upload the poster; only the owner may. */
  own: boolean
}

type Props = {
  generation: Generation
  shape: FixedRatio
  player: (playable: Playable) => ReactNode
}

/** The video, or a panel about its progress or failure. */
export function Media({ generation, shape, player }: Props) {
  const messages = useMessages('gallery')
  const { id, status, settings, failure, video, poster, by, images, queue, createdAt, sentAt } = generation
  const active = ACTIVE.find((state) => state === status)
  if (active && settings) {
    return (
      <MakingPanel
        status={active}
        settings={settings}
        failure={failure}
        queue={queue}
        since={Date.parse(sentAt ?? createdAt)}
        shape={shape}
        image={thumbnailOf(images)}
      />
    )
  }
  if (video) return player({ id, video, poster, own: by === null })
  if (settings === null) {
    const { title, text } = messages.unreadable
    return <MessagePanel shape={shape} title={title} sentences={[text]} />
  }
  const inOwnWords = (
    <MessagePanel shape={shape} title={messages.status[status]} sentences={[failure?.message ?? '']} />
  )
  return (
    <Suspense fallback={inOwnWords}>
      <FailurePanel generation={generation} shape={shape} />
    </Suspense>
  )
}
