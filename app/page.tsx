import { ForMember } from '@/components/auth'
import { Studio } from '@/components/studio'
import { ModelsProvider } from '@/lib/client/models'
import { config } from '@/lib/server/config.js'
import { list, waiting } from '@/lib/server/generations'
import { MAKING, parametersOf, parseView } from '@/lib/shared/view'
import { memberOf } from './member'
import { visitorAt } from './principal'
import { provider } from './provider'
import { readerTheme } from './reader'

/** The studio, with the newest films already in it. */
export default async function Page({ searchParams }: PageProps<'/'>) {
  const person = await visitorAt('/')
  const view = parseView(await searchParams)
  const [page, making] = await Promise.all([
    list(person, { ...parametersOf(view), limit: '24' }),
    list(person, { ...parametersOf(MAKING), limit: '100' }),
  ])
  const theme = await readerTheme()
  return (
    <ForMember member={memberOf(person)}>
      <ModelsProvider models={config().TENSORSLAB_MODELS}>
        <Studio
          provider={provider()}
          theme={theme}
          firstPage={{ view, page, making: making.items }}
          waiting={await waiting()}
        />
      </ModelsProvider>
    </ForMember>
  )
}
