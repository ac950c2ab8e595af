import { useTeamWords } from '@/components/auth/messages'
import { Line, Lines, Section } from '@/components/ui'
import type { Limits } from '@/lib/shared/limits'
import type { SetLimits, TeamMember } from '@/lib/shared/team'
import type { Made } from './invitations-section'
import { LimitsForm } from './limits-form'
import { LinkQuestion } from './link-question'
import { PersonDeeds } from './user-actions'

type Props = {
  me: string
  people: TeamMember[]
  limits: { everybody: Limits; people: Record<string, SetLimits> }
  onInvited: (made: Made) => void
}

/** Who is here, and who was. */
export function PeopleSection({ me, people, limits, onInvited }: Props) {
  const words = useTeamWords()
  const stateOf = ({ id, role, endedAt }: TeamMember) => {
    if (endedAt) return words.people.ended(endedAt)
    return id === me ? [words.people.roles[role], words.people.you].join(' · ') : words.people.roles[role]
  }
  return (
    <Section title={words.people.title}>
      <Lines>
        {people.map((person) => (
          <Line key={person.id} name={person.name} about={[person.email, stateOf(person)].join(' · ')}>
            {!person.endedAt && person.link && <LinkQuestion person={person} link={person.link} />}
            {!person.endedAt && (
              <details className="basis-full sm:not-open:basis-auto">
                <summary
                  aria-label={words.people.changeNamed(person.name)}
                  className="inline-flex min-h-10 items-center text-mark text-sm pointer-coarse:min-h-11"
                >
                  {words.people.change}
                </summary>
                <div className="grid gap-6 py-3">
                  <PersonDeeds person={person} self={person.id === me} onInvited={onInvited} />
                  <div className="grid gap-3">
                    <h3 className="font-medium text-sm">{words.limits.own(person.name)}</h3>
                    <LimitsForm
                      person={person.id}
                      set={limits.people[person.id] ?? {}}
                      otherwise={limits.everybody}
                    />
                  </div>
                </div>
              </details>
            )}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
