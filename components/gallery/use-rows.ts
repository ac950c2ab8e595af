import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react'
import type { FixedRatio } from '@/lib/shared/models'
import { cardsIn, keptIn } from './cards-in'
import { heightOf, NOTHING_MEASURED, remember } from './heights'
import { type Piece, piecesOf, rowsBetween, topsOf } from './pieces'
import { breakRows, type Row } from './rows'
import { useBox } from './use-box'

/** One card of the gallery, by a key that stays its own. */
export type Place = { key: string; shape: FixedRatio }

/** A card, and where it stood; null: the first or the last there is, whichever comes to be that. */
type Edge = { key: string; index: number } | null
type Near = { first: Edge; last: Edge; kept: string }

const WHOLE: Near = { first: null, last: null, kept: '' }

/**
 * Which cards are in the page: those of the rows within a screen of the view, and those that have the focus or play.
 * The range holds on to its cards, not to heights: what comes or goes above it does not move it, and the browser's
 * scroll anchoring keeps in place what is seen. `more`: others follow that are not known yet; the last row, which they
 * would break anew, waits for them.
 */
export function useRows(
  container: RefObject<HTMLElement | null>,
  places: readonly Place[],
  more: boolean,
): Piece[] {
  const box = useBox(container)
  const [near, setNear] = useState(WHOLE)
  const [measured, setMeasured] = useState({ box, known: NOTHING_MEASURED })
  const known = measured.box === box ? measured.known : NOTHING_MEASURED

  const { keys, indexes, rows } = useMemo(() => {
    const shapes = places.map(({ shape }) => shape)
    return {
      keys: places.map(({ key }) => key),
      indexes: new Map(places.map(({ key }, index) => [key, index])),
      rows: withoutOpen(box ? breakRows(shapes, box) : [], more),
    }
  }, [places, box, more])
  const tops = useMemo(
    () =>
      topsOf(
        rows.map((row) => heightOf(row, keys, known)),
        box?.gapY ?? 0,
      ),
    [rows, keys, known, box],
  )

  const pieces = useMemo((): Piece[] => {
    if (!box) return [{ is: 'cards', from: 0, to: places.length }]
    const rowOf = (index: number) => rows.findLastIndex(({ from }) => from <= index)
    const at = (edge: Edge, otherwise: number) =>
      edge ? rowOf(indexes.get(edge.key) ?? edge.index) : otherwise
    const [first, last] = [at(near.first, 0), at(near.last, rows.length - 1)]
    const kept = near.kept.split(' ').flatMap((key) => {
      const index = indexes.get(key)
      return index === undefined ? [] : [rowOf(index)]
    })
    // The rows beside one that is kept, too: so the focus finds its way on.
    const isShown = (row: number) =>
      (row >= first && row <= last) || kept.some((one) => Math.abs(one - row) <= 1)
    return piecesOf(rows, tops, box.gapY, isShown)
  }, [box, places, rows, tops, indexes, near])

  const measure = useEffectEvent(() => {
    if (!container.current || !box) return
    const cards = cardsIn(container.current, pieces)
    const found = rows.flatMap((row) => {
      const height = cards.get(row.from)?.getBoundingClientRect().height // as high as all of its row
      return height ? [{ row, height }] : []
    })
    const next = remember(known, found, keys)
    if (next !== known) setMeasured({ box, known: next })
  })
  useLayoutEffect(() => measure())

  const lookAround = useEffectEvent(() => {
    if (!container.current) return
    const { innerHeight: screen } = window
    const top = -container.current.getBoundingClientRect().top
    const between = rowsBetween(tops, top - screen, top + 2 * screen)
    if (!between) return
    const [first, last] = between
    const edge = (index: number | undefined): Edge =>
      index === undefined ? null : { key: keys[index] ?? '', index }
    const now: Near = {
      first: first === 0 ? null : edge(rows[first]?.from),
      last: edge(rows[last]?.from),
      kept: keptIn(cardsIn(container.current, pieces))
        .map((index) => keys[index])
        .join(' '),
    }
    setNear((before) => (equal(before, now) ? before : now))
  })
  useEffect(() => {
    const observer = new ResizeObserver(() => measure())
    if (container.current) observer.observe(container.current)
    let frame = 0
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => lookAround())
    }
    window.addEventListener('scroll', soon, { passive: true })
    window.addEventListener('resize', soon)
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', soon)
      window.removeEventListener('resize', soon)
    }
  }, [container])
  useEffect(() => {
    if (rows.length === 0) return
    // Two frames later the browser has anchored what is seen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => lookAround())
    })
    return () => cancelAnimationFrame(frame)
  }, [rows])

  return pieces
}

const withoutOpen = (rows: Row[], more: boolean): Row[] =>
  more && rows.length > 1 ? rows.slice(0, -1) : rows

const equal = (a: Near, b: Near): boolean =>
  a.first?.key === b.first?.key && a.last?.key === b.last?.key && a.kept === b.kept
