import { Player } from '@/components/gallery/player/player'
import { useMessages } from '@/lib/client/messages'
import { useModels } from '@/lib/client/models'
import { ACTIVE, type Generation } from '@/lib/shared/generation'
import type { FixedRatio } from '@/lib/shared/models'
import { failureText, savingWaitsText } from './failure-text'
import { MakingPanel } from './making-panel'
import { MessagePanel } from './message-panel'
import { Remedies } from './remedies'
import { takesPeopleText } from './takes-people'

type Props = {
  generation: Generation
  shape: FixedRatio
}

/** The video, or what there is to say as long as it is not there. */
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
  const told = failureText(messages, generation)
  const reason = failure?.message ?? ''
  const people = takesPeopleText(messages, { model, reason }, models)
  return (
    <MessagePanel shape={shape} title={told.title} sentences={[...told.sentences, ...people]}>
      <Remedies generation={generation} />
    </MessagePanel>
  )
}
