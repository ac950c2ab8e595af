'use client'
import { LargePicture, useEndings } from '@/components/gallery'
import { PageNotices } from '@/components/studio'
import { announce } from '@/lib/client/browser'
import { WaitingProvider } from '@/lib/client/waiting'
import { useLateWords, useWords } from '@/lib/client/words'
import type { Generation } from '@/lib/shared/generation'
import type { Waiting } from '@/lib/shared/waiting'
import { filmEn } from '@/lib/shared/words/film-en'
import { filmZh } from '@/lib/shared/words/film-zh'
import { Actions, addressFor } from './actions'
import { CopyButton } from './copy-button'
import { Details } from './details'
import { useFollowed } from './use-followed'

/** One film on a page of its own: large, with all that is known of it, followed while it is being made. */
export function FilmPage({ initial, waiting }: { initial: Generation; waiting: Waiting[] }) {
  const all = useWords()
  const words = useLateWords({ en: filmEn, zh: filmZh })
  const { generation, adopt, failed, look } = useFollowed(initial)
  const { id, prompt } = generation
  useEndings([generation], ({ status }) =>
    announce(status === 'completed' ? all.gallery.ready(prompt) : all.gallery.ended(prompt)),
  )
  /** What is to be sent is sent from the form, where a person sees it first. */
  const toForm = () => location.assign(addressFor('again', id))

  return (
    <main className="mx-auto grid max-w-7xl gap-x-8 gap-y-6 p-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:p-6">
      <article
        aria-labelledby="prompt"
        tabIndex={-1}
        className="grid min-w-0 content-start gap-4 outline-none"
      >
        {failed && (
          <p role="alert" className="text-failure text-sm">
            {words.notFollowed}
          </p>
        )}
        <WaitingProvider value={waiting}>
          <LargePicture
            generation={generation}
            deeds={{ edit: toForm, sendAnew: toForm, adopt, refresh: look }}
          />
        </WaitingProvider>
        <Actions generation={generation} onChange={adopt} />
        <div className="flex items-start gap-2">
          <h1 id="prompt" className="wrap-anywhere max-w-prose flex-1 whitespace-pre-wrap text-base">
            {prompt || all.gallery.unreadable.title}
          </h1>
          <CopyButton name={words.copyPrompt} text={prompt} />
        </div>
      </article>
      <div className="flex min-w-0 flex-col">
        <Details generation={generation} deeds={{ adopt, refresh: look }} />
        <PageNotices />
      </div>
    </main>
  )
}
