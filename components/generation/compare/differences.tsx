import { useMessages } from '@/lib/client/messages'
import { differencesOf, factsOf } from '@/lib/shared/facts'
import type { Generation } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'

/** The settings in which two videos differ, in their usual order. */
export function Differences({ videos: [one, other] }: { videos: readonly [Generation, Generation] }) {
  const all = useMessages()
  const messages = useMessages({ en: generationEn, zh: generationZh })
  const rows = differencesOf(factsOf(all, messages, one), factsOf(all, messages, other))
  if (rows.length === 0) return <p className="text-second text-sm">{messages.compare.same}</p>
  return (
    <table className="w-full table-fixed border-t text-left text-sm">
      <caption className="sr-only">{messages.compare.differs}</caption>
      <tbody>
        {rows.map(({ label, values: [first, second] }) => (
          <tr key={label} className="border-b">
            <th scope="row" className="py-2 pr-3 font-normal text-second">
              {label}
            </th>
            <td className="py-2 pr-3">{first}</td>
            <td className="py-2">{second}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
