import { Player } from '@/components/gallery/player/player'
import { useMessages } from '@/lib/client/messages'
import { useModels } from '@/lib/client/models'
import { ACTIVE, type Generation } from '@/lib/shared/generation'
import type { FixedRatio } from '@/lib/shared/models'
import { failureText, savingWaitsText } from './failure-text'
import { MakingPanel } from './making-panel'
import { MessagePanel } from './message-panel'
import { otherModelText } from './other-model-text'
import { Remedies } from './remedies'

type Props = {
  generation: Generation
  shape: FixedRatio
}

/** The video, or a panel about its progress or failure. */
export function Media({ generation, shape }: Props) {
  const messages = useMessages()
  const models = useModels()
  const { model, status, settings, failure, video, images, createdAt } = generation
  const active = ACTIVE.find((state) => state === status)
  if (active && settings) {
    const [first] = images
    return (
      <MakingPanel
        status={active}
        settings={settings}
        note={savingWaitsText(messages, failure)}
        since={Date.parse(createdAt)}
        shape={shape}
        image={first && `/api/images/${encodeURIComponent(first.id)}?thumbnail=1`}
      />
    )
  }
  if (video)
    return <Player id={generation.id} video={video} poster={generation.poster} own={generation.by === null} />
  if (settings === null) {
    const { title, text } = messages.gallery.unreadable
    return <MessagePanel shape={shape} title={title} sentences={[text]} />
  }
  const failureTexts = failureText(messages, generation)
  const reason = failure?.message ?? ''
  const otherModel = otherModelText(messages, { model, reason }, models)
  return (
    <MessagePanel
      shape={shape}
      title={failureTexts.title}
      sentences={[...failureTexts.sentences, ...otherModel]}
    >
      <Remedies generation={generation} />
    </MessagePanel>
  )
}
