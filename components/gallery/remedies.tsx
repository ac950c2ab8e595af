import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/words'
import { canBeFollowedAgain } from '@/lib/shared/followable'
import type { Generation } from '@/lib/shared/generation'
import { useGenerationActions } from './actions/generation-actions'
import { ConsoleLink } from './console-link'
import { safeToSendAnew } from './decide'
import { FollowAgain } from './follow-again'
import { FollowForm } from './follow-form'
import { SendAnew } from './send-anew'

/** What to do about a film that is not there. Where sending again could pay twice, it is to look first. */
export function Remedies({ generation }: { generation: Generation }) {
  const actions = useGenerationActions()
  const words = useWords().gallery
  const { status, by, taskidEntered } = generation
  const sendAnew = () => actions.sendAnew(generation)
  if (by !== null) return <Button onClick={() => actions.edit(generation)}>{words.edit}</Button>
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
          <Button look="main" onClick={sendAnew}>
            {words.sendAgain}
          </Button>
        )}
        {generation.by === null && canBeFollowedAgain(generation) && <FollowAgain generation={generation} />}
        <Button onClick={() => actions.edit(generation)}>{words.edit}</Button>
      </div>
      {taskidEntered && <FollowForm generation={generation} />}
    </>
  )
}
