import { ConsoleLink } from '@/components/gallery/card/console-link'
import { Button, useHydrated } from '@/components/ui'
import { useMember } from '@/lib/client/member'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { queueEn } from '@/lib/shared/messages/en/queue'
import { queueZh } from '@/lib/shared/messages/zh/queue'
import { useQueue } from './use-queue'

type Props = { own: readonly Generation[]; className: string }

/**
 * How many wait in the line of the whole studio, or why nothing is sent, and the button that holds it or lets it go on.
 * In a team that button is for owners.
 */
export function QueueControls({ own, className }: Props) {
  const messages = useMessages({ en: queueEn, zh: queueZh })
  const { paused, queued, busy, setPaused } = useQueue(own)
  const member = useMember()
  const mayChange = member === null || member.role === 'owner'
  const held = mayChange ? messages.held : messages.heldForOwner
  // Rendered by the server, but loaded after the page: until then nobody would hear a press.
  const inert = !useHydrated()
  return (
    <div
      className={`flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 rounded border bg-panel px-3 py-1.5 text-sm ${className}`}
    >
      <p role="status" className="min-w-0 grow">
        {paused ? held[paused] : messages.inLine(queued)}
      </p>
      {mayChange && (
        <div className="flex flex-wrap gap-2" inert={inert}>
          {paused === 'out_of_credits' && <ConsoleLink>{messages.topUp}</ConsoleLink>}
          <Button aria-busy={busy} onClick={() => setPaused(paused === null)}>
            {paused ? messages.goOn : messages.hold}
          </Button>
        </div>
      )}
    </div>
  )
}
