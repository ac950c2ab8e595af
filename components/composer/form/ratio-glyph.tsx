import { PIXELS, type Ratio } from '@/lib/shared/models'

const LONGER_SIDE = 16 // px

/** Outline of a ratio; dashed for `adaptive`. */
export function RatioGlyph({ ratio }: { ratio: Ratio }) {
  const [width, height] = ratio === 'adaptive' ? [1, 1] : PIXELS[ratio]['480p']
  const scale = LONGER_SIDE / Math.max(width, height)
  const w = Math.round(width * scale)
  const h = Math.round(height * scale)
  return (
    <svg viewBox="0 0 20 20" className="size-5 text-second" aria-hidden="true">
      <rect
        x={(20 - w) / 2}
        y={(20 - h) / 2}
        width={w}
        height={h}
        rx={1.5}
        fill="none"
        stroke="currentColor"
        strokeDasharray={ratio === 'adaptive' ? '3 2.5' : undefined}
      />
    </svg>
  )
}
