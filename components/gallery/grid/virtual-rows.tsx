import type { ReactElement, RefObject } from 'react'
import { type RowOptions, useVirtualRows } from './use-virtual-rows'

type Props<Cell> = RowOptions<Cell> & {
  container: RefObject<HTMLDivElement | null>
  cells: readonly Cell[]
  className: string
  /** Renders one card, as one element with the cell’s key. */
  children: (cell: Cell) => ReactElement
}

/**
 * Cards in rows, laid out by the browser: one wrapping flex container, so that a new card moves the others without
 * re-rendering them. Only rows near the viewport are rendered.
 */
export function VirtualRows<Cell extends { key: string }>({
  container,
  cells,
  className,
  children,
  ...options
}: Props<Cell>) {
  const chunks = useVirtualRows(container, cells, options)
  return (
    <div ref={container} className={`flex flex-wrap ${className}`}>
      {chunks.flatMap((chunk) =>
        chunk.type === 'space'
          ? [<div key={chunk.key} className="basis-full" style={{ height: chunk.height }} />]
          : cells.slice(chunk.from, chunk.to).map(children),
      )}
      {/* Fills the rest of the last row, so that its cards don't grow taller than the others. */}
      {!options.open && chunks.at(-1)?.type === 'cards' && (
        <span aria-hidden="true" className="hidden grow-[100000] sm:block" />
      )}
    </div>
  )
}
