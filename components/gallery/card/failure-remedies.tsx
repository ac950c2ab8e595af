import { useState } from 'react'
import { FollowAgain } from '@/components/gallery/actions/follow-again'
import { FollowForm } from '@/components/gallery/actions/follow-form'
import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import { SendAnew } from '@/components/gallery/submissions/send-anew'
import { Button, useHydrated } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { canBeFollowedAgain } from '@/lib/shared/followable'
import type { Generation } from '@/lib/shared/generation'
import { followEn } from '@/lib/shared/messages/en/follow'
import { followZh } from '@/lib/shared/messages/zh/follow'
import { safeToSendAnew } from '@/lib/shared/retry'
import { ConsoleLink } from './console-link'

/**
 * What the user can do about a missing video, most likely first. Where resending could pay twice, checking at the
 * provider comes first; the field for a task ID opens on demand.
 */
export function FailureRemedies({ generation }: { generation: Generation }) {
  const { found, correct } = useMessages({ en: followEn, zh: followZh })
  const [entering, setEntering] = useState(false)
  const { status, by, taskidEntered } = generation
  const canEnter = by === null && (status === 'unknown' || taskidEntered)
  // Rendered by the server, but loaded after the page: until then nobody would hear a press.
  return (
    <div className="contents" inert={!useHydrated()}>
      <div className="flex flex-wrap gap-2">
        <Actions generation={generation} />
        {canEnter && (
          <Button aria-expanded={entering} onClick={() => setEntering(!entering)}>
            {status === 'unknown' ? found : correct.open}
          </Button>
        )}
      </div>
      {entering && <FollowForm generation={generation} />}
    </div>
  )
}

const estimated = ({ model, settings }: Generation) => settings && { model, ...settings }

function Actions({ generation }: { generation: Generation }) {
  const { sendAnew, edit } = useGenerationActions()
  const messages = useMessages('gallery')
  const { topUp } = useMessages({ en: followEn, zh: followZh })
  const onEdit = <Button onClick={() => edit(generation)}>{messages.edit}</Button>
  if (generation.by !== null) return onEdit
  if (generation.status === 'unknown') {
    return (
      <>
        <ConsoleLink>{messages.console}</ConsoleLink>
        <SendAnew of={estimated(generation)} onSend={() => sendAnew(generation)} />
      </>
    )
  }
  const again = <Button onClick={() => sendAnew(generation)}>{messages.sendAgain}</Button>
  if (generation.failure?.code === 'out_of_credits') {
    return (
      <>
        <ConsoleLink variant="main">{topUp}</ConsoleLink>
        {again}
      </>
    )
  }
  return (
    <>
      {safeToSendAnew(generation) && again}
      {canBeFollowedAgain(generation) && <FollowAgain generation={generation} />}
      {onEdit}
    </>
  )
}
