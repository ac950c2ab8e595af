import { Button } from '@/components/ui'
import { announce } from '@/lib/client/browser'
import { useWords } from '@/lib/client/words'
import type { Generation } from '@/lib/shared/generation'
import type { Deeds } from './deeds'
import { EmptyGallery } from './empty-gallery'
import { GenerationCard } from './generation-card'
import { goToFilms } from './go-to-films'
import { MoreWhenSeen } from './more-when-seen'
import type { useGallery } from './use-gallery'
import { useNews } from './use-news'
import type { useWishes } from './use-wishes'
import { WishCard } from './wish-card'
import type { Wish } from './wishes'

type Props = {
  gallery: ReturnType<typeof useGallery>
  wishes: ReturnType<typeof useWishes>
  onEdit: (generation: Generation) => void
  onEditWish: (wish: Wish) => void
  onExample: (prompt: string) => void
}

/** All films, newest first, in rows of one height. */
export function Gallery({ gallery, wishes, onEdit, onEditWish, onExample }: Props) {
  const { gallery: words, composer } = useWords()
  useNews(gallery.items)
  const empty = wishes.wishes.length === 0 && wishes.items.length === 0
  const deeds: Deeds = {
    edit: onEdit,
    sendAnew(generation) {
      announce(wishes.sendAnew(generation) === 'sent' ? composer.sent : composer.alreadySending)
      goToFilms({ top: true }) // where the new card is
    },
    adopt: gallery.adopt,
    drop: gallery.drop,
    follows: (taskid) => gallery.items.some((item) => item.taskid === taskid),
    refresh: gallery.refresh,
  }
  return (
    <section
      id="films"
      aria-label={words.title}
      tabIndex={-1}
      className="min-w-0 p-4 outline-none lg:scroll-mt-14 lg:p-6"
    >
      <h2 className="sr-only">{words.title}</h2>
      {gallery.failed && (
        <p
          role="alert"
          className="mb-4 flex flex-wrap items-center gap-3 rounded border bg-panel p-3 text-sm"
        >
          {words.notFetched}
          <Button onClick={gallery.refresh}>{words.again}</Button>
        </p>
      )}
      {empty && <EmptyGallery onExample={onExample} />}
      <div className="flex flex-col gap-x-4 gap-y-6 sm:flex-row sm:flex-wrap">
        {wishes.wishes.map((wish) => (
          <WishCard key={wish.key} wish={wish} onSendAgain={wishes.sendAgain} onEdit={onEditWish} />
        ))}
        {wishes.items.map((generation) => (
          <GenerationCard key={generation.id} generation={generation} deeds={deeds} />
        ))}
        {/* Takes up what the last row leaves, so that its cards keep the height of the others. */}
        <span aria-hidden="true" className="hidden grow-[100000] sm:block" />
      </div>
      {gallery.more && <MoreWhenSeen loading={gallery.loadingMore} onMore={gallery.loadMore} />}
    </section>
  )
}
