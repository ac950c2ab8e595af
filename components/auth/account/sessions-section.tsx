import { Trouble } from '@/components/auth/form-error'
import { useAccountWords } from '@/components/auth/messages'
import { useChange } from '@/components/auth/use-change'
import { Button, Line, Lines, Section } from '@/components/ui'
import type { Session } from '@/lib/shared/team'
import { browserName } from './browser-name'

/** Where one is signed in; each can be ended from here. */
export function SessionsSection({ sessions }: { sessions: Session[] }) {
  const words = useAccountWords().sessions
  const { busy, error, do: change } = useChange()
  const nameOf = ({ browser }: Session) => {
    const known = browserName(browser ?? '')
    return known ? words.on(known.browser, known.system) : words.unknown
  }
  return (
    <Section title={words.title}>
      <Lines>
        {sessions.map((session) => (
          <Line
            key={session.id}
            name={session.current ? words.here : nameOf(session)}
            about={words.since(session.createdAt)}
          >
            {!session.current && (
              <Button
                aria-label={words.endNamed(nameOf(session))}
                disabled={busy}
                onClick={() => change('DELETE', `/api/sessions/${session.id}`, undefined, words.done)}
              >
                {words.end}
              </Button>
            )}
          </Line>
        ))}
      </Lines>
      <Trouble>{error}</Trouble>
    </Section>
  )
}
