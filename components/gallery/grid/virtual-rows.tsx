import { memo, useMemo } from 'react'
import { GenerationCard } from '@/components/gallery/card/generation-card'
import { cardGrid } from '@/components/gallery/go-to-videos'
import { PendingCard } from '@/components/gallery/submissions/pending-card'
import type { SubmissionEntry } from '@/lib/client/submissions'
import type { Generation } from '@/lib/shared/generation'
import type { FixedRatio } from '@/lib/shared/models'
import { shapeOfCard, shapeOfSubmission } from './shape'
import { useVirtualRows } from './use-virtual-rows'

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
 * Videos in rows of one height, made by the browser: one wrapping container, so that a new card pushes the others on
 * and none is drawn anew. However many there are, only those near the view are in the page.
 */
export function VirtualRows({ entries, items, more, onSendAgain, onEdit }: Props) {
  const cells = useMemo(
    () => [
      ...entries.map((entry) => ({ key: entry.key, shape: shapeOfSubmission(entry) })),
      ...items.map((item) => ({ key: item.id, shape: shapeOnce(item) })),
    ],
    [entries, items],
  )
  const chunks = useVirtualRows(cardGrid, cells, more)
  const last = chunks.at(-1)
  return (
    <div ref={cardGrid} className="flex flex-wrap gap-x-4 gap-y-6">
      {chunks.flatMap((chunk) => {
        if (chunk.type === 'space') {
          return [<div key={chunk.key} className="basis-full" style={{ height: chunk.height }} />]
        }
        const { from, to } = chunk
        const count = entries.length
        return [
          ...entries
            .slice(from, to)
            .map((entry) => (
              <PendingCard key={entry.key} entry={entry} onSendAgain={onSendAgain} onEdit={onEdit} />
            )),
          ...items
            .slice(Math.max(0, from - count), Math.max(0, to - count))
            .map((item) => <SameCard key={item.id} generation={item} />),
        ]
      })}
      {/* Takes up what the last row leaves, so that its cards keep the height of the others. */}
      {!more && last?.type === 'cards' && (
        <span aria-hidden="true" className="hidden grow-[100000] sm:block" />
      )}
    </div>
  )
}
