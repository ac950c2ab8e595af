import { memberOf } from '@/app/member'
import { principalAt } from '@/app/principal'
import { provider } from '@/app/provider'
import { readerTheme } from '@/app/reader'
import { ForMember } from '@/components/auth/session'
import { Header } from '@/components/layout/header'
import { LiveRegion } from '@/components/layout/live-region'
import { PageToasts } from '@/components/layout/page-toasts'
import { SettingsPage } from '@/components/settings'
import { ModelsProvider } from '@/lib/client/models'
import { users } from '@/lib/server/auth'
import { config } from '@/lib/server/config.js'
import { readSettings, seesStudio, usageOf } from '@/lib/server/spend'
import { pathWith } from '@/lib/shared/return-path'
import { USAGE_BY } from '@/lib/shared/spend/usage'
import { isMonth } from '@/lib/shared/team'

/** Prices and budgets, for owners, and what was spent. `month` as 2026-11, by default the current one; `by` as in GET /api/usage. */
export default async function Page({ searchParams }: PageProps<'/settings'>) {
  const query = await searchParams
  const principal = await principalAt(pathWith('/settings', query))
  const [[month = ''], [by]] = [[query.month].flat(), [query.by].flat()]
  const thisMonth = new Date().toISOString().slice(0, 7)
  const owner = seesStudio(principal)
  const team = principal.via === 'session'
  const usage = await usageOf(principal, {
    month: isMonth(month) ? month : thisMonth,
    by: USAGE_BY.find((one) => one === by) ?? 'person',
  })
  const people = owner && team ? (await users.list()).filter(({ endedAt }) => endedAt === null) : null
  return (
    <ForMember member={memberOf(principal)}>
      <Header provider={provider()} theme={await readerTheme()} home={false} />
      <ModelsProvider models={config().TENSORSLAB_MODELS}>
        <SettingsPage
          usage={usage}
          thisMonth={thisMonth}
          team={team}
          settings={owner ? await readSettings(principal) : null}
          people={people?.map(({ id, name }) => ({ id, name })) ?? null}
        />
      </ModelsProvider>
      <PageToasts />
      <LiveRegion />
    </ForMember>
  )
}
