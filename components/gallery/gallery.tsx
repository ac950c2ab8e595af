import { useMemo } from 'react'
import { useWords } from '@/lib/client/words'
import { ALL } from '@/lib/shared/view'
import type { Deeds } from './deeds'
import { EmptyGallery } from './empty-gallery'
import { FilmRows } from './film-rows'
import { Filters } from './filters'
import { goToFilms } from './go-to-films'
import { MoreWhenSeen } from './more-when-seen'
import { NothingFound } from './nothing-found'
import { SearchBox } from './search-box'
import { useFocusKept } from './use-focus-kept'
import type { useGallery } from './use-gallery'
import { useNews } from './use-news'
import type { useWishes } from './use-wishes'
import { isShown, type Wish } from './wishes'

type Props = {
  gallery: ReturnType<typeof useGallery>
  wishes: ReturnType<typeof useWishes>
  deeds: Deeds
  onEditWish: (wish: Wish) => void
  onExample: (prompt: string) => void
}

/** The films, newest first, in rows of one height: all, or those that are looked for. */
export function Gallery({ gallery, wishes, deeds, onEditWish, onExample }: Props) {
  const words = useWords().gallery
  const { view, read } = gallery
  useNews(gallery)
  const keepsFocus = useFocusKept(goToFilms)
  const shown = useMemo(() => wishes.wishes.filter((wish) => isShown(wish, view)), [wishes.wishes, view])
  // With more to come, nothing is found yet: a search reads so many films at a time.
  const empty = (read || gallery.broken) && !gallery.more && shown.length === 0 && wishes.items.length === 0
  const everything = view.show === 'all' && view.text === ''
  return (
    <section
      id="films"
      aria-label={words.title}
      tabIndex={-1}
      {...keepsFocus}
      className="min-w-0 p-4 outline-none lg:scroll-mt-14 lg:px-6 lg:py-4"
    >
      <h2 className="sr-only">{words.title}</h2>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-4">
        <Filters view={view} making={wishes.making} onShow={gallery.show} />
        <SearchBox text={view.text} onSearch={(text) => gallery.show({ ...view, text })} />
      </div>
      {empty && read && everything && <EmptyGallery onExample={onExample} />}
      {empty && !(read && everything) && (
        <NothingFound view={view} sure={read} onShowAll={() => gallery.show(ALL)} />
      )}
      <FilmRows
        wishes={shown}
        items={wishes.items}
        more={gallery.more}
        deeds={deeds}
        onSendAgain={wishes.sendAgain}
        onEditWish={onEditWish}
      />
      {gallery.more && (
        <MoreWhenSeen
          key={gallery.next} // it gives way to the films; another stands where those end
          loading={gallery.loadingMore}
          broken={gallery.broken}
          onMore={gallery.loadMore}
        />
      )}
    </section>
  )
}
