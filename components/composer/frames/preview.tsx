import type { Kept } from './crop'
import type { Frame } from './frames'

type Props = {
  frame: Frame
  name: string
  kept: Kept | null
  onGone: () => void
}

/** The whole photo, with the part that the model crops away dimmed. */
export function FramePreview({ frame, name, kept, onGone }: Props) {
  return (
    <>
      <img
        src={frame.preview}
        alt={name}
        className="absolute inset-0 size-full object-contain"
        onError={onGone}
      />
      {frame.size && kept && <CropMask {...frame.size} kept={kept} />}
    </>
  )
}

/** Overlay of the same ratio as the photo, fitted the same way. */
function CropMask({ width, height, kept }: { width: number; height: number; kept: Kept }) {
  const w = width * kept.width
  const h = height * kept.height
  const x = (width - w) / 2
  const y = (height - h) / 2
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="absolute inset-0 size-full" aria-hidden="true">
      <path
        fillRule="evenodd"
        className="fill-black/60"
        d={`M0 0h${width}v${height}H0zM${x} ${y}h${w}v${h}H${x}z`}
      />
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        fill="none"
        className="stroke-white"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
