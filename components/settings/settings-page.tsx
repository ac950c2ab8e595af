'use client'
import { Section } from '@/components/ui/section'
import type { SpendSettings } from '@/lib/shared/spend/settings'
import type { Usage } from '@/lib/shared/spend/usage'
import { BudgetsForm, type Person } from './budgets-form'
import { ConsoleForm } from './console-form'
import { useSpendMessages } from './messages'
import { PricesForm } from './prices-form'
import { UsageSection } from './usage-section'

type Props = {
  usage: Usage
  thisMonth: string
  /** Whether people sign in here. */
  team: boolean
  /** What an owner, or the only user, may change; null for others, who see what they spent. */
  settings: SpendSettings | null
  /** Those with access; null without sign-in. */
  people: Person[] | null
}

/** Prices, budgets and spend. */
export function SettingsPage({ usage, thisMonth, team, settings, people }: Props) {
  const messages = useSpendMessages()
  const { month } = usage
  const hasBudget =
    settings !== null &&
    [settings.budgets.studio, settings.budgets.everybody, ...Object.values(settings.budgets.people)].some(
      (budget) => budget !== null,
    )
  return (
    <main className="mx-auto grid w-full max-w-3xl grid-cols-[minmax(0,1fr)] gap-10 px-4 py-8">
      <h1 className="font-semibold text-2xl">{messages.title}</h1>
      {settings && (
        <>
          <Section title={messages.prices.title} text={messages.prices.text}>
            {/* Begun anew when the prices were changed elsewhere on the page. */}
            <PricesForm key={JSON.stringify(settings.rates)} prices={settings} />
          </Section>
          <Section title={messages.budgets.title} text={messages.budgets.text}>
            <BudgetsForm budgets={settings.budgets} people={people} />
            {hasBudget && <p className="text-second text-sm">{messages.budgets.unpriced}</p>}
          </Section>
        </>
      )}
      <UsageSection usage={usage} thisMonth={thisMonth} team={team} owner={settings !== null} />
      {settings && month !== null && (
        <Section title={messages.console.title} text={messages.console.text}>
          <ConsoleForm key={month} month={month} usage={usage} rates={settings.rates} />
        </Section>
      )}
    </main>
  )
}
