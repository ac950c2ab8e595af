import { ForMember } from '@/components/auth/session'
import { Studio } from '@/components/studio'
import { ModelsProvider } from '@/lib/client/models'
import { config } from '@/lib/server/config.js'
import { eta, list } from '@/lib/server/generations'
import { pathWith } from '@/lib/shared/return-path'
import { MAKING, parametersOf, parseView } from '@/lib/shared/view'
import { memberOf } from './member'
import { principalAt } from './principal'
import { provider } from './provider'
import { readerTheme } from './reader'

/** The studio, rendered with the newest videos. */
export default async function Page({ searchParams }: PageProps<'/'>) {
  const query = await searchParams
  const user = await principalAt(pathWith('/', query))
  const view = parseView(query)
  const [page, making] = await Promise.all([
    list(user, { ...parametersOf(view), limit: '24' }),
    list(user, { ...parametersOf(MAKING), limit: '100' }),
  ])
  const theme = await readerTheme()
  return (
    <ForMember member={memberOf(user)}>
      <ModelsProvider models={config().TENSORSLAB_MODELS}>
        <Studio
          provider={provider()}
          theme={theme}
          firstPage={{ view, page, making: making.items }}
          eta={await eta()}
        />
      </ModelsProvider>
    </ForMember>
  )
}
