import type { RefObject } from 'react'
import { useFormState } from 'react-hook-form'
import { Button, Field, Icon, IconButton, Select, TextInput } from '@/components/ui'
import { useWords } from '@/lib/client/words'
import { AdvancedSummary } from './advanced-summary'
import { useExpiryHours } from './expiry-hours'
import { FlagSwitch } from './flag-switch'
import type { Composer } from './use-composer'

type Props = { composer: Composer; details: RefObject<HTMLDetailsElement | null> }

/** What most never need. Closed, it says what differs from the defaults. */
export function Advanced({ composer, details }: Props) {
  const words = useWords().composer
  const { register, form } = composer
  const { errors } = useFormState({ control: form.control })
  const hours = useExpiryHours(form)
  return (
    <details ref={details} className="group border-t">
      <summary className="flex min-h-12 list-none items-center gap-2 rounded text-second text-sm hover:text-text [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="-rotate-90 group-open:rotate-0" />
        <span>{words.advanced}</span>
        <AdvancedSummary composer={composer} />
      </summary>
      <fieldset aria-label={words.advanced} className="grid gap-4 pt-1 pb-2">
        <div>
          <FlagSwitch form={form} name="generate_audio" label={words.sound} hint={words.soundHint} />
          <FlagSwitch
            form={form}
            name="return_last_frame"
            label={words.lastFrame}
            hint={words.lastFrameHint}
          />
          <FlagSwitch form={form} name="websearch" label={words.webSearch} hint={words.webSearchHint} />
        </div>
        <Field label={words.seed} hint={words.seedHint} error={errors.seed?.message}>
          {(ties) => (
            <span className="flex items-center gap-1">
              <TextInput {...ties} {...register('seed')} inputMode="numeric" />
              <IconButton
                icon={composer.seedLocked ? 'lock' : 'unlock'}
                name={words.lockSeed}
                aria-pressed={composer.seedLocked}
                onClick={() => composer.lockSeed(!composer.seedLocked)}
                className={composer.seedLocked ? 'text-mark' : ''}
              />
            </span>
          )}
        </Field>
        <Field label={words.fps} hint={words.fpsHint} error={errors.fps?.message}>
          {(ties) => <TextInput {...ties} {...register('fps')} inputMode="numeric" />}
        </Field>
        <Field label={words.expires} hint={words.expiresHint} error={errors.execution_expires_after?.message}>
          {(ties) => (
            <Select {...ties} {...register('execution_expires_after')}>
              <option value="">{words.expiresOwn}</option>
              {hours.map((value) => (
                <option key={value} value={value * 3_600}>
                  {words.hours(value)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button onClick={composer.resetSettings} className="justify-self-start">
          {words.reset}
        </Button>
      </fieldset>
    </details>
  )
}
