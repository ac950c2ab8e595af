import { type RefObject, useEffect, useRef, useState } from 'react'
import Cropper from 'react-easy-crop'
import 'react-easy-crop/react-easy-crop.css'
import type { ReframeChoice } from './choice'
import type { Area } from './geometry'

const STEP = 20 // px on the screen for a press of an arrow key; with Shift a fifth of it

/** `picture`: the photo's address. `label`: what is said of the frame, and how it is used. */
type Props = { image: string; label: string; choice: ReframeChoice }

const times = (factor: number, { x, y, width, height }: Area): Area => ({
  x: x * factor,
  y: y * factor,
  width: width * factor,
  height: height * factor,
})

/** The photo, to be moved and zoomed under a frame that stands still: by hand, wheel, two fingers and arrow keys. */
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
      // Once only: a photo may be told as loaded twice, and what was chosen in between would be undone.
      initialCroppedAreaPercentages={measured ? undefined : times(100, choice.initial)}
      onCropChange={setPosition}
      onZoomChange={choice.setZoom}
      onCropAreaChange={(percent) => {
        choice.setArea(times(1 / 100, percent))
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
      disableAutomaticStylesInjection // a style tag would need a nonce; its rules are imported above
    />
  )
}
