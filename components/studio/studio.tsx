'use client'
import { Composer, type Images, useComposer, usePageIntake } from '@/components/composer'
import { type FirstPage, Gallery, goToFilm, useEndings, useGallery, useWishes } from '@/components/gallery'
import { useWaitingTimes, WaitingProvider } from '@/lib/client/waiting'
import type { Generation } from '@/lib/shared/generation'
import { type Submission, toFields } from '@/lib/shared/seedance'
import type { Waiting } from '@/lib/shared/waiting'
import type { Theme } from './appearance'
import { Header } from './header'
import { LiveRegion } from './live-region'
import type { Provider } from './provider-pill'
import { useTab } from './use-tab'
import { useWaitingLine } from './use-waiting-line'

type Props = { provider: Provider; theme: Theme; firstPage: FirstPage; waiting: Waiting[] }

/** The whole page: on one side what is wished for, on the other what has become of it. */
export function Studio({ provider, theme, firstPage, waiting }: Props) {
  const composer = useComposer()
  const intake = usePageIntake(composer.frames)
  const gallery = useGallery(firstPage)
  const wishes = useWishes({
    items: gallery.items,
    making: gallery.making,
    onSent: gallery.reveal,
    onCreated: gallery.adopt,
    onRecorded: gallery.refresh,
    onInvalid: composer.refuse,
  })
  const times = useWaitingTimes(waiting)
  const usual = useWaitingLine(composer.form.control, times.items)
  useEndings(gallery.ended, times.refresh)
  const { making } = wishes
  useTab({ ended: gallery.ended, making, look: gallery.refresh, onNotice: goToFilm })

  const edit = (submission: Submission, images: Images) => composer.fill(toFields(submission), images)
  const editGeneration = ({ prompt, settings, images }: Generation) =>
    edit(
      { prompt, settings },
      images.map((image) => ({ ...image, name: image.id })),
    )
  return (
    <div {...intake.rootProps} className="min-h-dvh">
      <Header provider={provider} theme={theme} />
      <main className="lg:grid lg:grid-cols-[412px_minmax(0,1fr)]">
        <Composer composer={composer} send={wishes.send} making={making} waiting={usual} />
        <WaitingProvider value={times.items}>
          <Gallery
            gallery={gallery}
            wishes={wishes}
            onEdit={editGeneration}
            onEditWish={(wish) => {
              edit(wish.submission, wish.images)
              wishes.dismiss(wish.key)
            }}
            onExample={composer.write}
          />
        </WaitingProvider>
      </main>
      <LiveRegion />
    </div>
  )
}
