import { memo, useMemo } from 'react'
import { GenerationCard } from '@/components/gallery/card/generation-card'
import { cardGrid } from '@/components/gallery/go-to-videos'
import { PendingCard } from '@/components/gallery/submissions/pending-card'
import type { SubmissionEntry } from '@/lib/client/submissions'
import type { Generation } from '@/lib/shared/generation'
import { countOf, type FixedRatio } from '@/lib/shared/models'
import { variationKey } from '@/lib/shared/variations'
import { type Box, breakRows } from './rows'
import { CARD_SHAPES, SIZES, shapeOf, VIDEO_SHAPES } from './shape'
import { VirtualRows } from './virtual-rows'

type Props = {
  entries: readonly SubmissionEntry[]
  items: readonly Generation[]
  /** Videos that were just taken out of view, whose places stay empty. */
  gaps: readonly Generation[]
  /** Older ones are still to be loaded. */
  more: boolean
}

type Cell = { key: string; shape: FixedRatio } & (
  | { type: 'submission'; entry: SubmissionEntry }
  | { type: 'video' | 'gap'; generation: Generation }
)

/** Fewer videos than this are shown large: they would leave most of the page empty. */
const FEW = 5

const MemoCard = memo(GenerationCard)
const shapes = new WeakMap<Generation, FixedRatio>()

/** Cached per generation, as there may be thousands. */
function cachedShape(generation: Generation): FixedRatio {
  const { settings, images, video } = generation
  const shape = shapes.get(generation) ?? shapeOf(settings, images, video)
  shapes.set(generation, shape)
  return shape
}

const cellOf = (type: 'video' | 'gap', generation: Generation): Cell => ({
  type,
  key: generation.id,
  shape: cachedShape(generation),
  generation,
})

/** The videos, newest first, with the gaps between them. */
function withGaps(items: readonly Generation[], gaps: readonly Generation[]): Cell[] {
  const cells = items.map((item) => cellOf('video', item))
  const open = gaps.filter(({ id }) => items.every((item) => item.id !== id))
  if (open.length === 0 || cells.length === 0) return cells
  return [...cells, ...open.map((gap) => cellOf('gap', gap))].sort((a, b) => (a.key < b.key ? 1 : -1))
}

const rowsOf = (cells: readonly Cell[], box: Box) =>
  breakRows(
    cells.map(({ shape }) => shape),
    box,
  )

/** The videos in rows of equal height. */
export function ContactSheet({ entries, items, gaps, more }: Props) {
  const cells = useMemo(
    (): Cell[] => [
      ...entries.flatMap((entry) => {
        const { key, submission, images } = entry
        const shape = shapeOf(submission.settings, images)
        return Array.from(
          { length: countOf(submission) },
          (_, index): Cell => ({ type: 'submission', key: variationKey(key, index), shape, entry }),
        )
      }),
      ...withGaps(items, gaps),
    ],
    [entries, items, gaps],
  )
  const { name, size } = !more && cells.length < FEW ? SIZES.large : SIZES.usual
  return (
    <VirtualRows
      container={cardGrid}
      cells={cells}
      breakRows={rowsOf}
      open={more}
      size={size}
      className={`gap-x-4 gap-y-6 ${name}`}
    >
      {(cell) => {
        if (cell.type === 'submission') return <PendingCard key={cell.key} entry={cell.entry} />
        if (cell.type === 'video') return <MemoCard key={cell.key} generation={cell.generation} />
        return (
          <div key={cell.key} aria-hidden="true" className={CARD_SHAPES[cell.shape]}>
            <div className={VIDEO_SHAPES[cell.shape]} />
            {/* A card's caption, settings and buttons. */}
            <div className="h-30.5 pointer-coarse:h-31.5" />
          </div>
        )
      }}
    </VirtualRows>
  )
}
