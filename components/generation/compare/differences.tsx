import { useLateWords, useWords } from '@/lib/client/messages'
import { differencesOf, factsOf } from '@/lib/shared/facts'
import type { Generation } from '@/lib/shared/generation'
import { filmEn } from '@/lib/shared/messages/en/generation'
import { filmZh } from '@/lib/shared/messages/zh/generation'

/** The settings in which two films differ, in the order in which they stand. */
export function Differences({ films: [one, other] }: { films: readonly [Generation, Generation] }) {
  const all = useWords()
  const words = useLateWords({ en: filmEn, zh: filmZh })
  const rows = differencesOf(factsOf(all, words, one), factsOf(all, words, other))
  if (rows.length === 0) return <p className="text-second text-sm">{words.compare.same}</p>
  return (
    <table className="w-full table-fixed border-t text-left text-sm">
      <caption className="sr-only">{words.compare.differs}</caption>
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
