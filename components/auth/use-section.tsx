import { Section } from '@/components/ui'
import type { TeamMember, Used } from '@/lib/shared/team'
import { useTeamWords } from './messages'

/** `by` months later, as `2026-11`. */
function monthAfter(month: string, by: number): string {
  const date = new Date(month)
  date.setUTCMonth(date.getUTCMonth() + by)
  return date.toISOString().slice(0, 7)
}

type Props = { month: string; thisMonth: string; used: Used[]; people: TeamMember[] }

/** What each person has used in a month. */
export function UseSection({ month, thisMonth, used, people }: Props) {
  const words = useTeamWords().use
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? words.gone
  const link = 'inline-flex h-10 items-center text-mark text-sm hover:underline pointer-coarse:h-11'
  return (
    <Section title={words.title(month)}>
      {used.length === 0 ? (
        <p className="text-second text-sm">{words.none}</p>
      ) : (
        <div className="overflow-x-auto rounded border bg-panel">
          <table className="w-full text-left text-sm">
            <thead className="text-second">
              <tr>
                {[words.person, words.films, words.seconds, words.images].map((title) => (
                  <th key={title} scope="col" className="px-4 py-2 font-medium">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y border-t">
              {used.map(({ person, films, images, imageBytes }) => (
                <tr key={person}>
                  <th scope="row" className="px-4 py-2 font-normal">
                    {nameOf(person)}
                  </th>
                  <td className="px-4 py-2">
                    {films.map((made) => words.filmsOf(made.resolution ?? '', made.films)).join(', ')}
                  </td>
                  <td className="px-4 py-2">
                    {words.length(films.reduce((sum, { seconds }) => sum + seconds, 0))}
                  </td>
                  <td className="px-4 py-2">{words.imagesOf(images, imageBytes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav aria-label={words.title(month)} className="flex gap-6">
        <a href={`/team?month=${monthAfter(month, -1)}`} className={link}>
          {words.before}
        </a>
        {month < thisMonth && (
          <a href={`/team?month=${monthAfter(month, 1)}`} className={link}>
            {words.after}
          </a>
        )}
      </nav>
    </Section>
  )
}
