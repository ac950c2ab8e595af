'use client'
import {
  CardHandleProvider,
  GenerationActionsProvider,
  useEnded,
  useNewCardHandle,
} from '@/components/gallery'
import { LargeMedia, largeWidth, QueueBar, useFocusKept, usePageActions } from '@/components/gallery/single'
import { CopyButton } from '@/components/layout/copy-button'
import { PageToasts } from '@/components/layout/page-toasts'
import { announce } from '@/lib/client/browser'
import { EtaProvider } from '@/lib/client/eta'
import { useMessages } from '@/lib/client/messages'
import type { Eta } from '@/lib/shared/eta'
import type { Generation, Neighbours } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'
import { Actions } from './actions'
import { Beside } from './beside'
import { Details } from './details'
import { useFollowed } from './use-followed'

type Props = { initial: Generation; beside: Neighbours; eta: Eta[] }

/** The page of one video: large, with all its details, polled while it is active. */
export function GenerationPage({ initial, beside, eta }: Props) {
  const all = useMessages()
  const messages = useMessages({ en: generationEn, zh: generationZh })
  const { generation, ended, upsert, failed, sync } = useFollowed(initial)
  const actions = usePageActions({ upsert, refresh: sync })
  const handle = useNewCardHandle()
  const keepsFocus = useFocusKept(() => handle.article.current?.focus())
  const { prompt } = generation
  useEnded(ended, ({ status }) =>
    announce(status === 'completed' ? all.gallery.ready(prompt) : all.gallery.ended(prompt)),
  )

  return (
    <GenerationActionsProvider value={actions}>
      <CardHandleProvider value={handle}>
        <main className="mx-auto max-w-[112rem] p-4 pt-2 wide:px-6">
          <Beside {...beside} />
          <div className="grid gap-6 wide:flex wide:justify-center wide:gap-8">
            <article
              ref={handle.article}
              aria-labelledby="prompt"
              tabIndex={-1}
              {...keepsFocus}
              className={`mx-auto grid w-full min-w-0 flex-1 content-start gap-4 outline-none wide:mx-0 ${largeWidth(generation)}`}
            >
              {failed && (
                <p role="alert" className="text-failure text-sm">
                  {messages.notFollowed}
                </p>
              )}
              <QueueBar generations={[generation]} />
              <EtaProvider value={eta}>
                <LargeMedia generation={generation} />
              </EtaProvider>
            </article>
            <div className="flex min-w-0 flex-col gap-6 wide:w-96 wide:shrink-0">
              <Actions generation={generation} />
              <div className="flex items-start gap-2">
                <h1 id="prompt" className="wrap-anywhere flex-1 whitespace-pre-wrap pt-2 text-base">
                  {prompt || all.gallery.unreadable.title}
                </h1>
                <CopyButton name={messages.copyPrompt} text={prompt} />
              </div>
              <Details generation={generation} />
              <PageToasts />
            </div>
          </div>
        </main>
      </CardHandleProvider>
    </GenerationActionsProvider>
  )
}
