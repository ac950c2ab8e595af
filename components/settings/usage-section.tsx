import { Section } from '@/components/ui/section'
import { withBasePath } from '@/lib/shared/base-path'
import { USAGE_BY, type Usage, type UsageBy } from '@/lib/shared/spend/usage'
import { monthAfter } from '@/lib/shared/team'
import { useSpendMessages } from './messages'
import { UsageTable } from './usage-table'

const LINK = 'inline-flex h-10 items-center text-mark text-sm hover:underline pointer-coarse:h-11'

type Props = {
  usage: Usage
  thisMonth: string
  /** Whether people sign in here, so that there are persons and tokens to sum by. */
  team: boolean
  owner: boolean
}

/** What was spent, by person, token, model or month. */
export function UsageSection({ usage, thisMonth, team, owner }: Props) {
  const messages = useSpendMessages().use
  const { month, by, total, budgets } = usage
  const choices = team ? USAGE_BY : USAGE_BY.filter((one) => one !== 'token')
  const address = (path: '/settings' | '/api/usage', to: { month?: string; by?: UsageBy; format?: string }) =>
    withBasePath(`${path}?${new URLSearchParams({ month: month ?? thisMonth, by, ...to })}`)
  return (
    <Section title={messages.title(month)} text={owner ? messages.text : messages.own}>
      <nav aria-label={messages.sumBy} className="flex flex-wrap gap-x-4">
        {choices.map((one) => (
          <a
            key={one}
            href={address('/settings', { by: one })}
            aria-current={one === by ? 'true' : undefined}
            className={`${LINK} aria-[current]:font-medium aria-[current]:text-text`}
          >
            {messages.by[one]}
          </a>
        ))}
      </nav>
      {usage.items.length === 0 ? (
        <p className="text-second text-sm">{messages.none}</p>
      ) : (
        <UsageTable usage={usage} />
      )}
      <div className="text-second text-sm empty:hidden">
        {total.unpriced > 0 && <p>{messages.unpriced(total.unpriced)}</p>}
        {month === thisMonth && budgets.person && team && (
          <p>{messages.left.person(budgets.person.left, budgets.person.budget)}</p>
        )}
        {month === thisMonth && budgets.studio && (
          <p>{messages.left.studio(budgets.studio.left, budgets.studio.budget)}</p>
        )}
      </div>
      <nav aria-label={messages.title(month)} className="flex flex-wrap gap-x-6">
        {month !== null && (
          <a href={address('/settings', { month: monthAfter(month, -1) })} className={LINK}>
            {messages.before}
          </a>
        )}
        {month !== null && month < thisMonth && (
          <a href={address('/settings', { month: monthAfter(month, 1) })} className={LINK}>
            {messages.after}
          </a>
        )}
        {usage.items.length > 0 && (
          <a href={address('/api/usage', { format: 'csv' })} download className={`ml-auto ${LINK}`}>
            {messages.save}
          </a>
        )}
      </nav>
    </Section>
  )
}
