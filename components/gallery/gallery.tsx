import { Suspense, useMemo } from 'react'
import { lazy } from '@/components/layout/lazy'
import { needed } from '@/components/layout/needed'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { ALL } from '@/lib/shared/view'
import type { Removal } from './actions/use-removal'
import { FailureList } from './failures/failure-list'
import type { OnEntry } from './failures/unanswered-row'
import { EmptyGallery, type OnExample } from './feed/empty-gallery'
import { Filters } from './feed/filters'
import { InfiniteScroll } from './feed/infinite-scroll'
import { SearchBox } from './feed/search-box'
import type { Gallery as GalleryState } from './feed/use-feed'
import { useNews } from './feed/use-news'
import { focusVideo, gallerySection, goToVideos } from './go-to-videos'
import { ContactSheet } from './grid/contact-sheet'
import { isMessage, isUnanswered } from './grid/shape'
import { useFocusKept } from './grid/use-focus-kept'
import { QueueBar } from './queue/queue-bar'
import { selection, useSelection } from './selected'
import { isShown } from './submissions/one-card-each'
import type { SubmissionCards } from './submissions/use-submission-cards'

const NothingFound = needed(async () => (await import('./feed/nothing-found')).NothingFound)
const TagFilter = needed(async () => (await import('./tags/tag-filter')).TagFilter)
const SelectionBar = lazy(async () => (await import('./selection/selection-bar')).SelectionBar)
const Lightbox = lazy(async () => (await import('./lightbox/lightbox')).Lightbox)

type Props = OnEntry & {
  gallery: GalleryState
  cards: SubmissionCards
  gaps: readonly Generation[]
  /** Id of the video that plays large, if one does. */
  playing: string | null
  setPlaying: (id: string | null) => void
  onRemove: Removal['remove']
  /** Compares two to four videos. */
  onCompare: (videos: readonly Generation[]) => void
  onExample: OnExample
}

/** The gallery: all videos or those of the chosen view, newest first, below what came to nothing. */
export function Gallery({
  gallery,
  cards,
  gaps,
  playing,
  setPlaying,
  onRemove,
  onCompare,
  onExample,
  ...onEntry
}: Props) {
  const messages = useMessages('gallery')
  const { view, read } = gallery
  useNews(gallery)
  const keepsFocus = useFocusKept(goToVideos)
  const { entries, items, making } = cards
  const shown = useMemo(() => entries.filter((entry) => isShown(entry, view)), [entries, view])
  const failed = useMemo(
    () => ({ entries: shown.filter(isUnanswered), items: items.filter(isMessage) }),
    [shown, items],
  )
  const sheet = useMemo(
    () => ({
      entries: shown.filter((entry) => !isUnanswered(entry)),
      items: items.filter((item) => !isMessage(item)),
    }),
    [shown, items],
  )
  // A search reads a limited number of videos per request: an empty page with more to come is not an empty result.
  const empty =
    (read || gallery.failure !== null) && !gallery.more && shown.length === 0 && items.length === 0
  const selecting = useSelection().length > 0
  const everything = view.show === 'all' && view.text === '' && !view.tag
  return (
    <section
      ref={gallerySection}
      id="videos"
      aria-label={messages.title}
      tabIndex={-1}
      {...keepsFocus}
      className="min-w-0 p-4 outline-none max-lg:pb-22 lg:scroll-mt-14 wide:px-6"
    >
      <h2 className="sr-only">{messages.title}</h2>
      <div className="bg-page max-wide:contents wide:sticky wide:top-14 wide:z-5 wide:-mx-6 wide:-mt-4 wide:flex wide:items-center wide:justify-between wide:gap-x-4 wide:px-6 wide:py-3">
        <Filters view={view} making={making} onShow={gallery.show} />
        {(view.tag || items.some(({ tags }) => tags.length > 0)) && (
          <Suspense>
            <TagFilter tag={view.tag} onChoose={(tag) => gallery.show({ ...view, tag })} />
          </Suspense>
        )}
        <SearchBox text={view.text} onSearch={(text) => gallery.show({ ...view, text })} />
      </div>
      <QueueBar generations={gallery.making} className="mb-4" />
      {empty && read && everything && <EmptyGallery onExample={onExample} />}
      {empty && !(read && everything) && (
        <Suspense>
          <NothingFound view={view} sure={read} onShowAll={() => gallery.show(ALL)} />
        </Suspense>
      )}
      <FailureList {...failed} view={view} onShow={gallery.show} {...onEntry} />
      <ContactSheet {...sheet} gaps={gaps} more={gallery.more} />
      {playing && (
        <Lightbox
          videos={sheet.items.filter(({ video }) => video)}
          id={playing}
          onShow={setPlaying}
          onClose={() => {
            setPlaying(null)
            focusVideo(playing) // which may be another than the one that was pressed
          }}
        />
      )}
      {gallery.more && (
        <InfiniteScroll
          key={gallery.next} // a new one for each page, at the new end
          loading={gallery.loadingMore}
          broken={gallery.failure !== null}
          onMore={gallery.loadMore}
        />
      )}
      {selecting && (
        <SelectionBar
          items={sheet.items}
          onRemove={onRemove}
          onCompare={onCompare}
          onClose={() => selection.set([])}
        />
      )}
    </section>
  )
}
