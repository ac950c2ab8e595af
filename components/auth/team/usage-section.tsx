import { useTeamMessages } from '@/components/auth/messages'
import { Section } from '@/components/ui/section'
import { saveText } from '@/lib/client/browser/save-text'
import { withBasePath } from '@/lib/shared/base-path'
import { csvOf } from '@/lib/shared/csv'
import type { teamEn } from '@/lib/shared/messages/en/team'
import { monthAfter, type TeamMember, type Used } from '@/lib/shared/team'

/** The table for a spreadsheet: a row for each person and resolution, and one for their uploads, in plain numbers. */
function rowsOf(
  { user, resolution, count, secondsOf, images, imageMb }: typeof teamEn.use,
  used: readonly Used[],
  nameOf: (id: string) => string,
): (string | number)[][] {
  const videos = used.flatMap((one) =>
    one.videos.map((made) => [nameOf(one.user), made.resolution ?? '', made.videos, made.seconds, '', '']),
  )
  const uploads = used
    .filter((one) => one.images > 0)
    .map((one) => [nameOf(one.user), '', '', '', one.images, one.imageBytes / 1e6])
  return [[user, resolution, count, secondsOf, images, imageMb], ...videos, ...uploads]
}

type Props = { month: string; thisMonth: string; used: Used[]; users: TeamMember[] }

/** What each user has used in a month. */
export function UsageSection({ month, thisMonth, used, users }: Props) {
  const messages = useTeamMessages().use
  const nameOf = (id: string) => users.find((user) => user.id === id)?.name ?? messages.gone
  const link = 'inline-flex h-10 items-center text-mark text-sm hover:underline pointer-coarse:h-11'
  return (
    <Section title={messages.title(month)}>
      {used.length === 0 ? (
        <p className="text-second text-sm">{messages.none}</p>
      ) : (
        <div className="overflow-x-auto rounded border bg-panel">
          <table className="w-full text-left text-sm">
            <thead className="text-second">
              <tr>
                {[messages.user, messages.videos, messages.seconds, messages.images].map((title) => (
                  <th key={title} scope="col" className="px-4 py-2 font-medium">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y border-t">
              {used.map(({ user, videos, images, imageBytes }) => (
                <tr key={user}>
                  <th scope="row" className="px-4 py-2 font-normal">
                    {nameOf(user)}
                  </th>
                  <td className="px-4 py-2">
                    {videos.map((made) => messages.videosOf(made.resolution ?? '', made.videos)).join(', ')}
                  </td>
                  <td className="px-4 py-2">
                    {messages.length(videos.reduce((sum, { seconds }) => sum + seconds, 0))}
                  </td>
                  <td className="px-4 py-2">{messages.imagesOf(images, imageBytes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav aria-label={messages.title(month)} className="flex flex-wrap gap-x-6">
        <a href={withBasePath(`/team?month=${monthAfter(month, -1)}`)} className={link}>
          {messages.before}
        </a>
        {month < thisMonth && (
          <a href={withBasePath(`/team?month=${monthAfter(month, 1)}`)} className={link}>
            {messages.after}
          </a>
        )}
        {used.length > 0 && (
          <button
            type="button"
            onClick={() => saveText(csvOf(rowsOf(messages, used, nameOf)), `usage-${month}.csv`)}
            className={`ml-auto ${link}`}
          >
            {messages.save}
          </button>
        )}
      </nav>
    </Section>
  )
}
