import { useMessages } from '@/lib/client/messages'
import { differencesOf, factsOf } from '@/lib/shared/facts'
import type { Generation } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'

type Props = {
  videos: readonly Generation[]
  /** Classes of the grid that the videos are in, so that each value is below its video. */
  columns: string
}

/** The settings in which the videos differ, in their usual order: a heading, and below it the value of each. */
export function Differences({ videos, columns }: Props) {
  const all = useMessages()
  const messages = useMessages({ en: generationEn, zh: generationZh })
  const rows = differencesOf(videos.map((video) => factsOf(all, messages, video)))
  if (rows.length === 0) return <p className="text-second text-sm">{messages.compare.same}</p>
  return (
    <table className="block border-t text-left text-sm">
      <caption className="sr-only">{messages.compare.differs}</caption>
      <tbody className="block">
        {rows.map(({ label, values }) => (
          <tr key={label} className={`border-b py-2 ${columns}`}>
            <th scope="row" className="col-span-full font-normal text-faint text-xs">
              {label}
            </th>
            {values.map((value, index) => (
              <td key={videos[index]?.id} className="wrap-anywhere">
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
