'use client'
import { useRef } from 'react'
import { Composer, PageDropzone, useComposer } from '@/components/composer'
import {
  type FirstPage,
  Gallery,
  GenerationActionsProvider,
  goToVideo,
  Shortcuts,
  useEnded,
  useVideos,
} from '@/components/gallery'
import { useCompare } from '@/components/generation/compare'
import type { Theme } from '@/components/layout/appearance'
import { Header } from '@/components/layout/header'
import { LiveRegion } from '@/components/layout/live-region'
import { PageToasts } from '@/components/layout/page-toasts'
import type { Provider } from '@/components/layout/provider-pill'
import { EtaProvider, useEtaTimes } from '@/lib/client/eta'
import type { Eta } from '@/lib/shared/eta'
import { NewVideoBar } from './new-video-bar'
import { useArrival } from './use-arrival'
import { useEtaLine } from './use-eta-line'
import { useRefill } from './use-refill'
import { useTab } from './use-tab'

type Props = { provider: Provider; theme: Theme; firstPage: FirstPage; eta: Eta[] }

/** The main page: the form on one side, the gallery on the other. */
export function Studio({ provider, theme, firstPage, eta }: Props) {
  const composer = useComposer({ busy: firstPage.making.length > 0 })
  const form = useRefill(composer)
  const compare = useCompare()
  const { gallery, submissions, cards, actions, ...shown } = useVideos(firstPage, form)
  useArrival(actions)
  const times = useEtaTimes(eta)
  const usual = useEtaLine(composer.form.control, times.items)
  useEnded(gallery.ended, times.refresh)
  const { making } = cards
  const aroundForm = useRef<HTMLDivElement>(null)
  useTab({ ended: gallery.ended, making, onNotification: goToVideo })

  return (
    <PageDropzone control={composer.frames} className="min-h-dvh">
      <Header provider={provider} theme={theme}>
        <Shortcuts />
      </Header>
      <main className="lg:grid lg:grid-cols-[clamp(20rem,48%,26.5rem)_minmax(0,1fr)]">
        <div ref={aroundForm} className="lg:contents">
          <Composer composer={composer} submissions={submissions} making={making} eta={usual} />
        </div>
        <NewVideoBar composer={composer} around={aroundForm} />
        <div className="flex min-w-0 flex-col">
          <EtaProvider value={times.items}>
            <GenerationActionsProvider value={actions}>
              <Gallery
                gallery={gallery}
                cards={cards}
                {...shown}
                onCompare={compare.begin}
                onDismiss={({ key }) => submissions.dismiss(key)}
                onSendAgain={({ key }) => submissions.sendAgain(key)}
                onEdit={({ key, ...content }) => {
                  form.editSubmission(content)
                  submissions.dismiss(key)
                }}
                onExample={composer.write}
              />
              {compare.dialog(gallery.items)}
            </GenerationActionsProvider>
          </EtaProvider>
          <PageToasts />
        </div>
      </main>
      <LiveRegion />
    </PageDropzone>
  )
}
