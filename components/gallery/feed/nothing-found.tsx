import { goToFilms } from '@/components/gallery/go-to-videos'
import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/messages'
import type { View } from '@/lib/shared/view'

type Props = {
  view: View
  /** Whether it is known that there is nothing; else it could not be looked up. */
  sure: boolean
  onShowAll: () => void
}

/** The view is empty, while there may be films outside of it. */
export function NothingFound({ view, sure, onShowAll }: Props) {
  const words = useWords().views
  const nothing = view.text ? words.noMatch(view.text) : words.none[view.show]
  return (
    <div className="grid justify-items-center gap-3 py-16 text-center">
      <p className="wrap-anywhere text-balance text-second text-sm">{sure ? nothing : words.noneYet}</p>
      <Button
        onClick={() => {
          onShowAll()
          goToFilms()
        }}
      >
        {words.showAll}
      </Button>
    </div>
  )
}
