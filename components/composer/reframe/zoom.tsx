import { useId } from 'react'
import type { ReframeChoice } from './choice'

type Props = { label: string; text: string; choice: ReframeChoice }

/** The zoom; 1 is the largest crop that the photo allows. */
export function ReframeZoom({ label, text, choice: { zoom, setZoom, limit } }: Props) {
  const id = useId()
  return (
    <div className="flex items-center gap-3 text-sm">
      <label htmlFor={id} className="text-second">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={1}
        max={limit.zoom}
        step="any"
        value={zoom}
        disabled={limit.zoom === 1}
        aria-valuetext={text}
        onChange={({ currentTarget }) => setZoom(Number(currentTarget.value))}
        className="h-10 min-w-0 flex-1 accent-accent pointer-coarse:h-11"
      />
      <span aria-hidden="true" className="w-14 text-right text-second tabular-nums">
        {text}
      </span>
    </div>
  )
}
