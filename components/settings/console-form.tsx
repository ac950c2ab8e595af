import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormError, useChange } from '@/components/auth'
import { Button, Field, TextInput } from '@/components/ui'
import { useLocale } from '@/lib/client/messages'
import { number } from '@/lib/shared/messages/numbers'
import type { Rate } from '@/lib/shared/spend/prices'
import type { Usage } from '@/lib/shared/spend/usage'
import { useSpendMessages } from './messages'
import { fieldText, numberField } from './number-field'

type Props = { month: string; usage: Usage; rates: readonly Rate[] }

/** What the provider's console shows for a month, beside what was counted here. */
export function ConsoleForm({ month, usage, rates }: Props) {
  const { console: messages, wrong } = useSpendMessages()
  const { busy, error, act } = useChange()
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(z.object({ credits: numberField(wrong.number) })),
    defaultValues: { credits: fieldText(usage.console?.credits) },
  })
  const save = handleSubmit(async ({ credits }) => {
    await act('PATCH', '/api/settings', { console: { month, credits } }, messages.done)
  })
  return (
    <div className="grid gap-3">
      <form noValidate onSubmit={save} className="flex flex-wrap items-start gap-2">
        <Field
          label={messages.label}
          error={formState.errors.credits?.message}
          className="grow basis-60 sm:grow-0"
        >
          {(fieldProps) => <TextInput inputMode="decimal" {...register('credits')} {...fieldProps} />}
        </Field>
        {/* Its margin is the label’s height, so that it stays beside the input when an error appears below that. */}
        <Button type="submit" aria-busy={busy} className="max-sm:w-full sm:mt-6.5">
          {messages.button}
        </Button>
      </form>
      <FormError>{error}</FormError>
      {usage.console && <Difference usage={usage} found={usage.console} rates={rates} />}
    </div>
  )
}

type Found = NonNullable<Usage['console']>

/** As precise as a factor needs to be. */
const SHOWN_DIGITS = 4

function Difference({ usage, found, rates }: { usage: Usage; found: Found; rates: readonly Rate[] }) {
  const messages = useSpendMessages().console
  const locale = useLocale()
  const { error, busy, act } = useChange()
  const { difference } = found
  const factor = found.factor === null ? null : Number(found.factor.toPrecision(SHOWN_DIGITS))
  const { reserved, unknown } = usage.total.credits
  const scale = () => {
    const scaled = rates.map((rate) => ({
      ...rate,
      credits: Number((rate.credits * (factor ?? 1)).toFixed(SHOWN_DIGITS)),
    }))
    return act('PATCH', '/api/settings', { rates: scaled }, messages.scaled)
  }
  const text =
    difference === 0 ? messages.same : messages[difference > 0 ? 'more' : 'less'](Math.abs(difference))
  return (
    <>
      <p className="text-sm">
        {text}
        {reserved + unknown > 0 && messages.open(reserved + unknown)}
        {factor !== null && difference !== 0 && messages.factor(number(locale, factor))}
      </p>
      {factor !== null && difference !== 0 && rates.length > 0 && (
        <Button aria-busy={busy} onClick={() => void scale()} className="justify-self-start">
          {messages.scale(number(locale, factor))}
        </Button>
      )}
      <FormError>{error}</FormError>
    </>
  )
}
