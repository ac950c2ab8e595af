'use client'
import {
  CardHandleProvider,
  GenerationActionsProvider,
  useEnded,
  useNewCardHandle,
} from '@/components/gallery'
import { LargeMedia, usePageActions } from '@/components/gallery/single'
import { CopyButton } from '@/components/layout/copy-button'
import { PageToasts } from '@/components/layout/page-toasts'
import { announce } from '@/lib/client/browser'
import { EtaProvider } from '@/lib/client/eta'
import { useMessages } from '@/lib/client/messages'
import type { Eta } from '@/lib/shared/eta'
import type { Generation } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'
import { Actions } from './actions'
import { Details } from './details'
import { useFollowed } from './use-followed'

/** The page of one video: large, with all its details, polled while it is active. */
export function GenerationPage({ initial, eta }: { initial: Generation; eta: Eta[] }) {
  const all = useMessages()
  const messages = useMessages({ en: generationEn, zh: generationZh })
  const { generation, ended, upsert, failed, sync } = useFollowed(initial)
  const actions = usePageActions({ upsert, refresh: sync })
  const handle = useNewCardHandle()
  const { prompt } = generation
  useEnded(ended, ({ status }) =>
    announce(status === 'completed' ? all.gallery.ready(prompt) : all.gallery.ended(prompt)),
  )

  return (
    <GenerationActionsProvider value={actions}>
      <CardHandleProvider value={handle}>
        <main className="mx-auto grid max-w-7xl gap-x-8 gap-y-6 p-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:p-6">
          <article
            ref={handle.article}
            aria-labelledby="prompt"
            tabIndex={-1}
            className="grid min-w-0 content-start gap-4 outline-none"
          >
            {failed && (
              <p role="alert" className="text-failure text-sm">
                {messages.notFollowed}
              </p>
            )}
            <EtaProvider value={eta}>
              <LargeMedia generation={generation} />
            </EtaProvider>
            <Actions generation={generation} />
            <div className="flex items-start gap-2">
              <h1 id="prompt" className="wrap-anywhere max-w-prose flex-1 whitespace-pre-wrap text-base">
                {prompt || all.gallery.unreadable.title}
              </h1>
              <CopyButton name={messages.copyPrompt} text={prompt} />
            </div>
          </article>
          <div className="flex min-w-0 flex-col">
            <Details generation={generation} />
            <PageToasts />
          </div>
        </main>
      </CardHandleProvider>
    </GenerationActionsProvider>
  )
}
