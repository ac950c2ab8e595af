import { Suspense } from 'react'
import { Player } from '@/components/gallery/player/player'
import { needed } from '@/components/layout/needed'
import { thumbnailAddress } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import { ACTIVE, type Generation } from '@/lib/shared/generation'
import type { FixedRatio } from '@/lib/shared/models'
import { MakingPanel } from './making-panel'
import { MessagePanel } from './message-panel'

const FailurePanel = needed(async () => (await import('./failure-panel')).FailurePanel)

type Props = {
  generation: Generation
  shape: FixedRatio
}

/** The video, or a panel about its progress or failure. */
export function Media({ generation, shape }: Props) {
  const messages = useMessages('gallery')
  const { status, settings, failure, video, images, createdAt } = generation
  const active = ACTIVE.find((state) => state === status)
  if (active && settings) {
    const [first] = images
    return (
      <MakingPanel
        status={active}
        settings={settings}
        failure={failure}
        since={Date.parse(createdAt)}
        shape={shape}
        image={first && thumbnailAddress(first.id)}
      />
    )
  }
  if (video)
    return <Player id={generation.id} video={video} poster={generation.poster} own={generation.by === null} />
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
