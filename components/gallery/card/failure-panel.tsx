import { useHydrated } from '@/components/ui/use-hydrated'
import { useMessages } from '@/lib/client/messages'
import { useModels } from '@/lib/client/models'
import type { Generation } from '@/lib/shared/generation'
import { FAILURES } from '@/lib/shared/messages/failures'
import type { FixedRatio } from '@/lib/shared/models'
import { failureText } from './failure-text'
import { MessagePanel } from './message-panel'
import { otherModelText } from './other-model-text'
import { Remedies } from './remedies'

type Props = { generation: Generation; shape: FixedRatio }

/** In place of a video that will not come by itself: what happened, and what to do. */
export function FailurePanel({ generation, shape }: Props) {
  const messages = useMessages(FAILURES)
  const models = useModels()
  const { model, failure } = generation
  const { title, sentences } = failureText(messages, generation)
  const otherModel = otherModelText(messages, { model, reason: failure?.message ?? '' }, models)
  return (
    <MessagePanel shape={shape} title={title} sentences={[...sentences, ...otherModel]}>
      {/* Rendered by the server, but loaded after the page: until then nobody would hear a press. */}
      <div className="contents" inert={!useHydrated()}>
        <Remedies generation={generation} />
      </div>
    </MessagePanel>
  )
}
