import { FormError } from '@/components/auth/form-error'
import { useAccountMessages } from '@/components/auth/messages'
import { useChange } from '@/components/auth/use-change'
import { Button } from '@/components/ui'
import { Line, Lines, Section } from '@/components/ui/section'
import type { Session } from '@/lib/shared/team'
import { browserName } from './browser-name'

/** The user’s sessions; each can be revoked. */
export function SessionsSection({ sessions }: { sessions: Session[] }) {
  const messages = useAccountMessages().sessions
  const { busy, error, act: change } = useChange()
  const nameOf = ({ browser }: Session) => {
    const known = browserName(browser ?? '')
    return known ? messages.on(known.browser, known.system) : messages.unknown
  }
  return (
    <Section title={messages.title}>
      <Lines>
        {sessions.map((session) => (
          <Line
            key={session.id}
            name={session.current ? messages.here : nameOf(session)}
            about={messages.since(session.createdAt)}
          >
            {!session.current && (
              <Button
                aria-label={messages.endNamed(nameOf(session))}
                disabled={busy}
                onClick={() => change('DELETE', `/api/sessions/${session.id}`, undefined, messages.done)}
              >
                {messages.end}
              </Button>
            )}
          </Line>
        ))}
      </Lines>
      <FormError>{error}</FormError>
    </Section>
  )
}
