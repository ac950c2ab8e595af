import { Fragment } from 'react'
import { useMember } from '@/lib/client/member'
import { useLocale } from '@/lib/client/messages'
import { money } from '@/lib/shared/messages/money'
import { number } from '@/lib/shared/messages/numbers'
import type { Sums, Usage, UsageItem } from '@/lib/shared/spend/usage'
import { useSpendMessages } from './messages'

/** Columns of credits, the most telling first. */
const STATES = ['spent', 'reserved', 'unknown', 'released'] as const

type Column = { title: string; of: (sums: Sums) => string }

/** Titles of the columns, and what stands in them. */
function useColumns(): Column[] {
  const messages = useSpendMessages().use
  const locale = useLocale()
  const moneyOf = ({ amounts }: Sums) =>
    amounts
      .filter(({ spent }) => spent > 0)
      .map(({ spent: amount, currency }) => money(locale, { amount, currency }))
      .join(' + ') || '–'
  return [
    { title: messages.videos, of: ({ counts }) => number(locale, counts.spent) },
    { title: messages.seconds, of: ({ seconds }) => number(locale, seconds.spent) },
    ...STATES.map((state) => ({
      title: messages.states[state],
      of: ({ credits }: Sums) => number(locale, credits[state]),
    })),
    { title: messages.money, of: moneyOf },
  ]
}

/** A month's sums as a table; where that is too wide, one after the other. */
export function UsageTable({ usage }: { usage: Usage }) {
  const messages = useSpendMessages().use
  const nameOf = useNames(usage)
  const columns = useColumns()
  return (
    <>
      <ul className="divide-y rounded border bg-panel md:hidden">
        {usage.items.map((item) => (
          <Entry key={item.id} name={nameOf(item)} sums={item} columns={columns} />
        ))}
        {usage.items.length > 1 && <Entry name={messages.total} sums={usage.total} columns={columns} />}
      </ul>
      <div className="overflow-x-auto rounded border bg-panel px-1 max-md:hidden">
        <table className="w-full text-left text-sm">
          <thead className="text-second">
            <tr>
              <th scope="col" className="px-3 py-2 align-bottom font-medium">
                {messages.by[usage.by]}
              </th>
              {columns.map(({ title }) => (
                <th key={title} scope="col" className="px-3 py-2 text-right align-bottom font-medium">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y border-t">
            {usage.items.map((item) => (
              <Row key={item.id} name={nameOf(item)} sums={item} columns={columns} />
            ))}
          </tbody>
          {usage.items.length > 1 && (
            <tfoot className="border-t">
              <Row name={messages.total} sums={usage.total} columns={columns} />
            </tfoot>
          )}
        </table>
      </div>
    </>
  )
}

function Entry({ name, sums, columns }: { name: string; sums: Sums; columns: Column[] }) {
  return (
    <li className="px-4 py-3 text-sm">
      <p className="wrap-anywhere pb-1 font-medium">{name}</p>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
        {columns.map(({ title, of }) => (
          <Fragment key={title}>
            <dt className="text-second">{title}</dt>
            <dd className="text-right tabular-nums">{of(sums)}</dd>
          </Fragment>
        ))}
      </dl>
    </li>
  )
}

function Row({ name, sums, columns }: { name: string; sums: Sums; columns: Column[] }) {
  return (
    <tr>
      <th scope="row" className="wrap-anywhere px-3 py-2 font-normal">
        {name}
      </th>
      {columns.map(({ title, of }) => (
        <td key={title} className="whitespace-nowrap px-3 py-2 text-right tabular-nums">
          {of(sums)}
        </td>
      ))}
    </tr>
  )
}

/** The name of each sum. */
function useNames({ by }: Usage): (item: UsageItem) => string {
  const messages = useSpendMessages().use
  const member = useMember()
  return ({ id, name }) => {
    if (name !== null) return name
    if (by === 'person' && member === null) return messages.local
    return by === 'token' && id !== null ? messages.revoked : messages.nameless[by]
  }
}
