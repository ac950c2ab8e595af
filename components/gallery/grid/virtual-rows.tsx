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
  /** Older ones are still to be loaded. */
  more: boolean
  onSendAgain: (entry: SubmissionEntry) => void
  onEdit: (entry: SubmissionEntry) => void
}

const MemoCard = memo(GenerationCard)
const shapes = new WeakMap<Generation, FixedRatio>()

/** Cached per generation, as there may be thousands. */
function cachedShape(generation: Generation): FixedRatio {
  const shape = shapes.get(generation) ?? shapeOfCard(generation)
  shapes.set(generation, shape)
  return shape
}

/**
 * Rows of equal height, laid out by the browser: one wrapping flex container, so that a new card moves the others
 * without re-rendering them. Only rows near the viewport are rendered.
 */
export function VirtualRows({ entries, items, more, onSendAgain, onEdit }: Props) {
  const cells = useMemo(
    () => [
      ...entries.map((entry) => ({ key: entry.key, shape: shapeOfSubmission(entry) })),
      ...items.map((item) => ({ key: item.id, shape: cachedShape(item) })),
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
            .map((item) => <MemoCard key={item.id} generation={item} />),
        ]
      })}
      {/* Fills the rest of the last row, so that its cards don't grow taller than the others. */}
      {!more && last?.type === 'cards' && (
        <span aria-hidden="true" className="hidden grow-[100000] sm:block" />
      )}
    </div>
  )
}
