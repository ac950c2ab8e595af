import { type RefObject, useEffect, useRef, useState } from 'react'
import Cropper from 'react-easy-crop'
import 'react-easy-crop/react-easy-crop.css'
import { BACKDROP } from '@/lib/shared/images/backdrop'
import type { ReframeChoice } from './choice'
import type { Area } from './geometry'

const STEP = 20 // px on screen per press of an arrow key; with Shift a fifth of that

/** `image`: URL of the photo. `label`: accessible name of the crop frame, with instructions. */
type Props = { image: string; label: string; choice: ReframeChoice }

const scaled = (factor: number, { x, y, width, height }: Area): Area => ({
  x: x * factor,
  y: y * factor,
  width: width * factor,
  height: height * factor,
})

/** The photo, moved and zoomed under a fixed crop frame: by mouse, wheel, touch and arrow keys. */
export function ReframeStage({ image, label, choice }: Props) {
  const [position, setPosition] = useState({ x: 0, y: 0 })
  const [measured, setMeasured] = useState(false)
  const frame = useRef<RefObject<HTMLDivElement | null>>(null)
  useEffect(() => {
    if (measured) frame.current?.current?.focus()
  }, [measured])
  return (
    <Cropper
      image={image}
      aspect={choice.aspect}
      crop={position}
      zoom={choice.zoom}
      maxZoom={choice.limit.zoom}
      zoomSpeed={0.5}
      keyboardStep={STEP}
      // Only once: the load event can fire twice, which would undo what was chosen in between.
      initialCroppedAreaPercentages={measured ? undefined : scaled(100, choice.initial)}
      onCropChange={setPosition}
      onZoomChange={choice.setZoom}
      onCropAreaChange={(percent) => {
        choice.setArea(scaled(1 / 100, percent))
        setMeasured(true)
      }}
      setCropperRef={(ref) => {
        frame.current = ref
      }}
      cropperProps={{ role: 'application', 'aria-label': label }}
      classes={{
        cropAreaClassName:
          'focus-visible:outline-2! focus-visible:-outline-offset-2! focus-visible:outline-accent!',
      }}
      style={{ mediaStyle: { background: BACKDROP } }}
      disableAutomaticStylesInjection // a style tag would need a nonce; its CSS is imported above
    />
  )
}
