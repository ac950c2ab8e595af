import { useMemo } from 'react'
import { useMessages } from '@/lib/client/messages'
import type { SubmissionEntry } from '@/lib/client/submissions'
import { ALL } from '@/lib/shared/view'
import { EmptyGallery } from './feed/empty-gallery'
import { Filters } from './feed/filters'
import { InfiniteScroll } from './feed/infinite-scroll'
import { NothingFound } from './feed/nothing-found'
import { SearchBox } from './feed/search-box'
import type { Gallery as GalleryState } from './feed/use-feed'
import { useNews } from './feed/use-news'
import { gallerySection, goToVideos } from './go-to-videos'
import { useFocusKept } from './grid/use-focus-kept'
import { VirtualRows } from './grid/virtual-rows'
import { isShown } from './submissions/one-card-each'
import type { SubmissionCards } from './submissions/use-submission-cards'

type Props = {
  gallery: GalleryState
  cards: SubmissionCards
  onSendAgain: (entry: SubmissionEntry) => void
  onEdit: (entry: SubmissionEntry) => void
  onExample: (prompt: string) => void
}

/** The gallery: all videos or those of the chosen view, newest first, in rows of equal height. */
export function Gallery({ gallery, cards, onSendAgain, onEdit, onExample }: Props) {
  const messages = useMessages('gallery')
  const { view, read } = gallery
  useNews(gallery)
  const keepsFocus = useFocusKept(goToVideos)
  const { entries, items, making } = cards
  const shown = useMemo(() => entries.filter((entry) => isShown(entry, view)), [entries, view])
  // A search reads a limited number of videos per request: an empty page with more to come is not an empty result.
  const empty = (read || gallery.failure !== null) && !gallery.more && shown.length === 0 && items.length === 0
  const everything = view.show === 'all' && view.text === ''
  return (
    <section
      ref={gallerySection}
      id="videos"
      aria-label={messages.title}
      tabIndex={-1}
      {...keepsFocus}
      className="min-w-0 p-4 outline-none lg:scroll-mt-14 lg:px-6 lg:py-4"
    >
      <h2 className="sr-only">{messages.title}</h2>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-4">
        <Filters view={view} making={making} onShow={gallery.show} />
        <SearchBox text={view.text} onSearch={(text) => gallery.show({ ...view, text })} />
      </div>
      {empty && read && everything && <EmptyGallery onExample={onExample} />}
      {empty && !(read && everything) && (
        <NothingFound view={view} sure={read} onShowAll={() => gallery.show(ALL)} />
      )}
      <VirtualRows
        entries={shown}
        items={items}
        more={gallery.more}
        onSendAgain={onSendAgain}
        onEdit={onEdit}
      />
      {gallery.more && (
        <InfiniteScroll
          key={gallery.next} // a new one for each page, at the new end
          loading={gallery.loadingMore}
          broken={gallery.failure !== null}
          onMore={gallery.loadMore}
        />
      )}
    </section>
  )
}
