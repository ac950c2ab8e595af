import type { ReactNode } from 'react'
import { useFormState } from 'react-hook-form'
import { Field, IconButton, Select, TextInput } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { advancedEn } from '@/lib/shared/messages/en/advanced'
import { advancedZh } from '@/lib/shared/messages/zh/advanced'
import type { Integer, Parameter, ParameterName } from '@/lib/shared/models'
import { useExpiryHours } from './expiry-hours'
import { FlagSwitch } from './flag-switch'
import type { Composer } from './use-composer'

export const ADVANCED = { en: advancedEn, zh: advancedZh }

type Props = { composer: Composer; name: ParameterName; parameter: Parameter }

/** The control of one parameter, chosen by its type. */
export function AdvancedField({ composer, name, parameter }: Props) {
  const { label } = useMessages('parameters')[name]
  const hints: Partial<Record<ParameterName, string>> = useMessages(ADVANCED).hints
  const hint = hints[name]
  const { form, register } = composer
  const { errors } = useFormState({ control: form.control, name })
  if (parameter.type === 'flag') return <FlagSwitch form={form} name={name} label={label} hint={hint} />
  return (
    <Field label={label} {...(hint && { hint })} error={errors[name]?.message}>
      {(fieldProps) => {
        if (parameter.type === 'choice') {
          return (
            <Select {...fieldProps} {...register(name)}>
              {parameter.values.map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </Select>
          )
        }
        if (parameter.type === 'integer' && parameter.unit === 's') {
          return (
            <Select {...fieldProps} {...register(name)}>
              <HourOptions composer={composer} name={name} bounds={parameter} />
            </Select>
          )
        }
        const input = <TextInput {...fieldProps} {...register(name)} inputMode="numeric" />
        return name === 'seed' ? <SeedLock composer={composer}>{input}</SeedLock> : input
      }}
    </Field>
  )
}

type HourProps = { composer: Composer; name: ParameterName; bounds: Pick<Integer, 'min' | 'max'> }

/** A duration in hours; empty means the provider’s default. */
function HourOptions({ composer, name, bounds }: HourProps) {
  const { hours: hoursText } = useMessages('composer')
  const { expiresOwn } = useMessages(ADVANCED)
  return (
    <>
      <option value="">{expiresOwn}</option>
      {useExpiryHours(composer.form, name, bounds).map((hours) => (
        <option key={hours} value={hours * 3_600}>
          {hoursText(hours)}
        </option>
      ))}
    </>
  )
}

/** The seed field with its lock button. */
function SeedLock({ composer, children }: { composer: Composer; children: ReactNode }) {
  const { seedLocked, lockSeed } = composer
  return (
    <span className="flex items-center gap-1">
      {children}
      <IconButton
        icon={seedLocked ? 'lock' : 'unlock'}
        name={useMessages(ADVANCED).lockSeed}
        aria-pressed={seedLocked}
        onClick={() => lockSeed(!seedLocked)}
        className={seedLocked ? 'text-mark' : ''}
      />
    </span>
  )
}
