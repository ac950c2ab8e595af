import { useFormState, useWatch } from 'react-hook-form'
import { videoRatio } from '@/components/composer/frames/crop'
import { Field, Select } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { DEFAULT_MODEL, MODELS, type Model } from '@/lib/shared/models'
import { ModelSelect } from './model-select'
import { RatioGlyph } from './ratio-glyph'
import { SoundSwitch } from './sound-switch'
import type { Composer } from './use-composer'

/** Model, ratio, duration, resolution and sound, and the resulting size. */
export function ShapeSettings({ composer }: { composer: Composer }) {
  const messages = useMessages('composer')
  const labels = useMessages('parameters')
  const { register, form } = composer
  const { parameters } = MODELS[useWatch({ control: form.control, name: 'model' }) ?? DEFAULT_MODEL]
  const hasSound = 'generate_audio' in parameters
  const { errors } = useFormState({
    control: form.control,
    name: ['ratio', 'duration', 'resolution', 'generate_audio'],
  })
  const ratio = useWatch({ control: form.control, name: 'ratio' }) ?? 'adaptive'
  const ratioField = register('ratio')
  return (
    <div className="@container">
      <ModelSelect composer={composer} />
      <div
        className={`grid grid-cols-2 gap-1.5 @min-[23rem]:gap-2 ${hasSound ? '@min-[20rem]:grid-cols-[1.3fr_1fr_1.1fr_2.75rem] @min-[23rem]:grid-cols-[1.6fr_1fr_1fr_3rem]' : '@min-[20rem]:grid-cols-[1.6fr_1fr_1fr]'}`}
      >
        <Field label={labels.ratio.label} error={errors.ratio?.message}>
          {(fieldProps) => (
            <Select
              {...fieldProps}
              {...ratioField}
              onChange={(event) => {
                composer.chooseRatio()
                return ratioField.onChange(event)
              }}
              // On a phone its room is needed for the longest name.
              glyph={
                <span className="@max-[23rem]:hidden">
                  <RatioGlyph ratio={ratio} />
                </span>
              }
              className="@max-[23rem]:pl-3"
            >
              {parameters.ratio.values.map((value) => (
                <option key={value} value={value}>
                  {value === 'adaptive' ? messages.adaptive : value}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={labels.duration.label} error={errors.duration?.message}>
          {(fieldProps) => (
            <Select {...fieldProps} {...register('duration')}>
              {parameters.duration.values.map((value) => (
                <option key={value} value={value}>
                  {messages.seconds(Number(value))}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={labels.resolution.label} error={errors.resolution?.message}>
          {(fieldProps) => (
            <Select {...fieldProps} {...register('resolution')}>
              {parameters.resolution.values.map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {hasSound && (
          <Field label={labels.generate_audio.label} error={errors.generate_audio?.message}>
            {(fieldProps) => (
              <SoundSwitch form={form} title={labels.generate_audio.hint} fieldProps={fieldProps} />
            )}
          </Field>
        )}
      </div>
      <p className="pt-2 text-second text-sm">
        <OutputSize composer={composer} />
      </p>
    </div>
  )
}

/** The resulting video size in px. */
function OutputSize({ composer: { form, frames } }: { composer: Composer }) {
  const messages = useMessages('composer')
  const [model = DEFAULT_MODEL, ratio = 'adaptive', resolution = '720p'] = useWatch({
    control: form.control,
    name: ['model', 'ratio', 'resolution'],
  })
  const video = videoRatio(ratio, frames.frames[0]?.size ?? null)
  if (!video) return messages.sizeOpen
  const { pixels }: Model = MODELS[model]
  const size = pixels[video][resolution]
  if (!size) return null
  const [width, height] = size
  return ratio === 'adaptive' ? messages.sizeLikeImage(video, width, height) : messages.size(width, height)
}
