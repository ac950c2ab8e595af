import { memo, useMemo } from 'react'
import { GenerationCard } from '@/components/gallery/card/generation-card'
import { cardGrid } from '@/components/gallery/go-to-videos'
import { WishCard } from '@/components/gallery/submissions/pending-card'
import type { SubmissionEntry } from '@/lib/client/submissions'
import type { Generation } from '@/lib/shared/generation'
import type { FixedRatio } from '@/lib/shared/models'
import { shapeOfCard, shapeOfWish } from './shape'
import { useRows } from './use-virtual-rows'

type Props = {
  entries: readonly SubmissionEntry[]
  items: readonly Generation[]
  /** Others follow that are not known yet. */
  more: boolean
  onSendAgain: (entry: SubmissionEntry) => void
  onEdit: (entry: SubmissionEntry) => void
}

const SameCard = memo(GenerationCard)
const shapes = new WeakMap<Generation, FixedRatio>()

/** Found once for each generation: thousands may be known. */
function shapeOnce(generation: Generation): FixedRatio {
  const shape = shapes.get(generation) ?? shapeOfCard(generation)
  shapes.set(generation, shape)
  return shape
}

/**
 * Films in rows of one height, made by the browser: one wrapping container, so that a new card pushes the others on
 * and none is drawn anew. However many there are, only those near the view are in the page.
 */
export function FilmRows({ entries, items, more, onSendAgain, onEdit }: Props) {
  const places = useMemo(
    () => [
      ...entries.map((entry) => ({ key: entry.key, shape: shapeOfWish(entry) })),
      ...items.map((item) => ({ key: item.id, shape: shapeOnce(item) })),
    ],
    [entries, items],
  )
  const pieces = useRows(cardGrid, places, more)
  const last = pieces.at(-1)
  return (
    <div ref={cardGrid} className="flex flex-wrap gap-x-4 gap-y-6">
      {pieces.flatMap((piece) => {
        if (piece.is === 'space') {
          return [<div key={piece.key} className="basis-full" style={{ height: piece.height }} />]
        }
        const { from, to } = piece
        const count = entries.length
        return [
          ...entries
            .slice(from, to)
            .map((entry) => (
              <WishCard key={entry.key} entry={entry} onSendAgain={onSendAgain} onEdit={onEdit} />
            )),
          ...items
            .slice(Math.max(0, from - count), Math.max(0, to - count))
            .map((item) => <SameCard key={item.id} generation={item} />),
        ]
      })}
      {/* Takes up what the last row leaves, so that its cards keep the height of the others. */}
      {!more && last?.is === 'cards' && <span aria-hidden="true" className="hidden grow-[100000] sm:block" />}
    </div>
  )
}
