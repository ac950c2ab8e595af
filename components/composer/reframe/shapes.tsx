import { useId } from 'react'
import { RatioGlyph } from '@/components/composer/form/ratio-glyph'
import type { ReframeChoice } from './choice'

type Props = { label: string; choice: ReframeChoice }

/** Radio buttons for the ratio. */
export function ReframeShapes({ label, choice }: Props) {
  const id = useId()
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="pb-1.5 text-second text-sm">{label}</legend>
      {choice.shapes.map((shape) => (
        <label
          key={shape}
          className="flex h-10 cursor-pointer items-center gap-2 rounded border bg-raised px-3 text-sm outline-offset-2 hover:bg-well has-checked:border-mark has-focus-visible:outline-2 has-focus-visible:outline-mark pointer-coarse:h-11"
        >
          <input
            type="radio"
            name={id}
            className="sr-only"
            checked={shape === choice.shape}
            onChange={() => choice.setShape(shape)}
          />
          <RatioGlyph ratio={shape} />
          {shape}
        </label>
      ))}
    </fieldset>
  )
}
