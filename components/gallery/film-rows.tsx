import { memo, useMemo, useRef } from 'react'
import type { Generation } from '@/lib/shared/generation'
import type { FixedRatio } from '@/lib/shared/models'
import type { Deeds } from './deeds'
import { GenerationCard } from './generation-card'
import { shapeOfCard, shapeOfWish } from './shape'
import { useRows } from './use-rows'
import { WishCard } from './wish-card'
import type { Wish } from './wishes'

type Props = {
  wishes: readonly Wish[]
  items: readonly Generation[]
  /** Others follow that are not known yet. */
  more: boolean
  deeds: Deeds
  onSendAgain: (wish: Wish) => void
  onEditWish: (wish: Wish) => void
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
export function FilmRows({ wishes, items, more, deeds, onSendAgain, onEditWish }: Props) {
  const container = useRef<HTMLDivElement>(null)
  const places = useMemo(
    () => [
      ...wishes.map((wish) => ({ key: wish.key, shape: shapeOfWish(wish) })),
      ...items.map((item) => ({ key: item.id, shape: shapeOnce(item) })),
    ],
    [wishes, items],
  )
  const pieces = useRows(container, places, more)
  const last = pieces.at(-1)
  return (
    <div ref={container} className="flex flex-wrap gap-x-4 gap-y-6">
      {pieces.flatMap((piece) => {
        if (piece.is === 'space') {
          return [<div key={piece.key} className="basis-full" style={{ height: piece.height }} />]
        }
        const { from, to } = piece
        const count = wishes.length
        return [
          ...wishes
            .slice(from, to)
            .map((wish) => (
              <WishCard key={wish.key} wish={wish} onSendAgain={onSendAgain} onEdit={onEditWish} />
            )),
          ...items
            .slice(Math.max(0, from - count), Math.max(0, to - count))
            .map((item) => <SameCard key={item.id} generation={item} deeds={deeds} />),
        ]
      })}
      {/* Takes up what the last row leaves, so that its cards keep the height of the others. */}
      {!more && last?.is === 'cards' && <span aria-hidden="true" className="hidden grow-[100000] sm:block" />}
    </div>
  )
}
