import type { Generation } from '@/lib/shared/generation'
import type { FixedRatio } from '@/lib/shared/models'
import { FailureRemedies } from './failure-remedies'
import { useFailureText } from './failure-text'
import { MessagePanel } from './message-panel'

type Props = { generation: Generation; shape: FixedRatio }

/** In place of a video that will not come by itself: what happened, and what to do. */
export function FailurePanel({ generation, shape }: Props) {
  return (
    <MessagePanel shape={shape} {...useFailureText(generation)}>
      <FailureRemedies generation={generation} />
    </MessagePanel>
  )
}
