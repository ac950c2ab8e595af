import { goToVideos } from '@/components/gallery/go-to-videos'
import { Button } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { nothingFoundEn } from '@/lib/shared/messages/en/nothing-found'
import { nothingFoundZh } from '@/lib/shared/messages/zh/nothing-found'
import type { View } from '@/lib/shared/view'

type Props = {
  view: View
  /** True if the view is known to be empty; false if it could not be loaded. */
  sure: boolean
  onShowAll: () => void
}

/** The empty state of a filtered view, with a way to show everything. */
export function NothingFound({ view, sure, onShowAll }: Props) {
  const messages = useMessages({ en: nothingFoundEn, zh: nothingFoundZh })
  const { show, text, tag } = view
  const nothing = text ? messages.noMatch(text) : tag ? messages.noTag(tag) : messages.none[show]
  return (
    <div className="grid justify-items-center gap-3 py-16 text-center">
      <p className="wrap-anywhere text-balance text-second text-sm">{sure ? nothing : messages.noneYet}</p>
      <Button
        onClick={() => {
          onShowAll()
          goToVideos()
        }}
      >
        {messages.showAll}
      </Button>
    </div>
  )
}
