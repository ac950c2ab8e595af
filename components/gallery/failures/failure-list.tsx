import { type MouseEvent, memo, useMemo } from 'react'
import { failureList } from '@/components/gallery/go-to-videos'
import { VirtualRows } from '@/components/gallery/grid/virtual-rows'
import { useMessages } from '@/lib/client/messages'
import type { SubmissionEntry } from '@/lib/client/submissions'
import type { Generation } from '@/lib/shared/generation'
import { addressOf, type View } from '@/lib/shared/view'
import { FailureRow } from './failure-row'
import { type OnEntry, UnansweredRow } from './unanswered-row'

type Props = OnEntry & {
  entries: readonly SubmissionEntry[]
  items: readonly Generation[]
  view: View
  onShow: (view: View) => void
}

type Cell = { key: string } & ({ entry: SubmissionEntry } | { generation: Generation })

/** Above the videos, so that failures don’t push them out of sight, and one where they are narrow; the view of failures has all. */
const MOST = 3
const ONE_WHERE_NARROW = 'max-wide:[&>article:nth-child(n+2)]:hidden'

const MemoRow = memo(FailureRow)

const onePerRow = (cells: readonly Cell[]) =>
  cells.map((_, index) => ({ from: index, to: index + 1, video: 0 }))

/** What came to nothing, newest first, one row each. */
export function FailureList({ entries, items, view, onShow, ...onEntry }: Props) {
  const { allFailed } = useMessages('views')
  const all = useMemo(
    (): Cell[] => [
      ...entries.map((entry) => ({ key: entry.key, entry })),
      ...items.map((generation) => ({ key: generation.id, generation })),
    ],
    [entries, items],
  )
  const cells = useMemo(() => (view.show === 'failed' ? all : all.slice(0, MOST)), [all, view.show])
  if (cells.length === 0) return null
  const failed = { ...view, show: 'failed' } as const
  const showFailed = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return // let the browser open a new tab or window
    event.preventDefault()
    onShow(failed)
  }
  return (
    <div className="pb-6">
      <VirtualRows
        container={failureList}
        cells={cells}
        breakRows={onePerRow}
        open={false}
        size={1}
        className={`gap-y-2 ${view.show === 'failed' ? '' : ONE_WHERE_NARROW}`}
      >
        {(cell) =>
          'entry' in cell ? (
            <UnansweredRow key={cell.key} entry={cell.entry} {...onEntry} />
          ) : (
            <MemoRow key={cell.key} generation={cell.generation} />
          )
        }
      </VirtualRows>
      {view.show !== 'failed' && all.length > 1 && (
        <a
          href={addressOf(failed)}
          onClick={showFailed}
          className={`h-10 items-center font-medium text-mark text-sm hover:underline pointer-coarse:h-11 ${cells.length < all.length ? 'inline-flex' : 'inline-flex wide:hidden'}`}
        >
          {allFailed}
        </a>
      )}
    </div>
  )
}
