import { useEffect, useEffectEvent } from 'react'
import { BACKDROP } from '@/lib/shared/images/backdrop'
import type { Size } from '@/lib/shared/images/kept-size'
import type { Kept } from './crop'
import type { Frame } from './frames'

type Props = {
  frame: Frame
  name: string
  kept: Kept | null
  onGone: () => void
}

/** The photo as it will be sent: its crop, on the colour behind transparency. What the model crops away is dimmed. */
export function FramePreview({ frame: { preview, size, cut }, name, kept, onGone }: Props) {
  useUnshown(preview, onGone)
  const fill = 'absolute inset-0 size-full'
  if (!size) return <img src={preview} alt={name} className={`${fill} object-contain`} />
  const photo = cut?.photo ?? size
  const { x, y, width, height } = cut?.rect ?? { x: 0, y: 0, ...size }
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={fill} role="img" aria-label={name}>
      <svg aria-hidden="true" width={width} height={height} viewBox={`${x} ${y} ${width} ${height}`}>
        <rect width={photo.width} height={photo.height} fill={BACKDROP} />
        <image href={preview} width={photo.width} height={photo.height} />
      </svg>
      {kept && <CropMask size={{ width, height }} kept={kept} />}
    </svg>
  )
}

/** Calls back when a picture can't be had. An error that comes before React has committed the picture would be lost. */
function useUnshown(url: string, onGone: () => void): void {
  const gone = useEffectEvent(onGone)
  useEffect(() => {
    const image = new Image() // one request with the one that is shown
    image.onerror = () => gone()
    image.src = url
    return () => {
      image.onerror = null
    }
  }, [url])
}

function CropMask({ size: { width, height }, kept }: { size: Size; kept: Kept }) {
  const w = width * kept.width
  const h = height * kept.height
  const x = (width - w) / 2
  const y = (height - h) / 2
  return (
    <>
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
    </>
  )
}
