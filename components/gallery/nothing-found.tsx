import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/words'
import type { View } from '@/lib/shared/view'
import { goToFilms } from './go-to-films'

/** The view is empty, while there may be films outside of it. */
export function NothingFound({ view, onShowAll }: { view: View; onShowAll: () => void }) {
  const words = useWords().views
  return (
    <div className="grid justify-items-center gap-3 py-16 text-center">
      <p className="wrap-anywhere text-balance text-second text-sm">
        {view.text ? words.noMatch(view.text) : words.none[view.show]}
      </p>
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
