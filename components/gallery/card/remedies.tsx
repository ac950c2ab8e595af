import { FollowAgain } from '@/components/gallery/actions/follow-again'
import { FollowForm } from '@/components/gallery/actions/follow-form'
import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import { SendAnew } from '@/components/gallery/submissions/send-anew'
import { Button } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { canBeFollowedAgain } from '@/lib/shared/followable'
import type { Generation } from '@/lib/shared/generation'
import { safeToSendAnew } from '@/lib/shared/retry'
import { ConsoleLink } from './console-link'

/**
 * What the user can do about a missing video. Where resending could pay twice, checking at the provider comes first.
 */
export function Remedies({ generation }: { generation: Generation }) {
  const actions = useGenerationActions()
  const messages = useMessages('gallery')
  const { status, by, taskidEntered } = generation
  const sendAnew = () => actions.sendAnew(generation)
  if (by !== null) return <Button onClick={() => actions.edit(generation)}>{messages.edit}</Button>
  if (status === 'unknown') {
    return (
      <>
        <div className="flex flex-wrap justify-center gap-2">
          <ConsoleLink />
          <SendAnew onSend={sendAnew} />
        </div>
        <FollowForm generation={generation} />
      </>
    )
  }
  return (
    <>
      <div className="flex flex-wrap justify-center gap-2">
        {safeToSendAnew(generation) && (
          <Button variant="main" onClick={sendAnew}>
            {messages.sendAgain}
          </Button>
        )}
        {canBeFollowedAgain(generation) && <FollowAgain generation={generation} />}
        <Button onClick={() => actions.edit(generation)}>{messages.edit}</Button>
      </div>
      {taskidEntered && <FollowForm generation={generation} />}
    </>
  )
}
