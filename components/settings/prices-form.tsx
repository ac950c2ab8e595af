import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormError, useChange } from '@/components/auth'
import { Button, Field, Select, TextInput } from '@/components/ui'
import { useModels } from '@/lib/client/models'
import type { spendEn } from '@/lib/shared/messages/en/spend'
import { FAILED_TASKS, isCurrency, keyOfRate, type Prices } from '@/lib/shared/spend/prices'
import { useSpendMessages } from './messages'
import { fieldText, numberField } from './number-field'
import { otherRates, priceRows } from './price-rows'
import { RateTable } from './rate-table'

function schemaFor(wrong: typeof spendEn.wrong) {
  const currency = z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string) => text.normalize('NFKC').trim().toUpperCase()),
    ),
    z.string().check(z.refine((code) => code === '' || isCurrency(code), { error: wrong.currency })),
  )
  const fields = z.object({
    credits: z.array(numberField(wrong.number)),
    amount: numberField(wrong.number).check(z.refine((amount) => amount !== 0, { error: wrong.positive })),
    currency,
    failed: z.enum(FAILED_TASKS),
  })
  return fields.check(
    z.refine(({ amount, currency }) => (amount === null) === (currency === ''), {
      error: wrong.both,
      path: ['currency'],
    }),
  )
}

/** What the provider charges. An empty field has no known price. */
export function PricesForm({ prices }: { prices: Prices }) {
  const { prices: messages, wrong } = useSpendMessages()
  const models = useModels()
  const rows = priceRows(models)
  const { busy, error, act } = useChange()
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schemaFor(wrong)),
    defaultValues: {
      credits: rows.map((row) =>
        fieldText(prices.rates.find((rate) => keyOfRate(rate) === keyOfRate(row))?.credits),
      ),
      amount: fieldText(prices.thousand?.amount),
      currency: prices.thousand?.currency ?? '',
      failed: prices.failed,
    },
  })
  const { errors } = formState
  const save = handleSubmit(async ({ credits, amount, currency, failed }) => {
    const rates = rows.flatMap((row, index) => {
      const value = credits[index] ?? null
      return value === null ? [] : [{ ...row, credits: value }]
    })
    const thousand = amount === null ? null : { amount, currency }
    const body = { rates: [...rates, ...otherRates(models, prices.rates)], thousand, failed }
    await act('PATCH', '/api/settings', body, messages.done)
  })
  return (
    <form noValidate onSubmit={save} className="grid gap-4">
      <RateTable
        rows={rows}
        inputOf={(index) => register(`credits.${index}`)}
        errorOf={(index) => errors.credits?.[index]?.message}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label={messages.thousand} error={errors.amount?.message}>
          {(fieldProps) => (
            <TextInput inputMode="decimal" placeholder="0.10" {...register('amount')} {...fieldProps} />
          )}
        </Field>
        <Field label={messages.currency} error={errors.currency?.message}>
          {(fieldProps) => (
            <TextInput
              maxLength={3}
              placeholder={messages.currencyExample}
              {...register('currency')}
              {...fieldProps}
            />
          )}
        </Field>
        <Field label={messages.failed}>
          {(fieldProps) => (
            <Select {...register('failed')} {...fieldProps}>
              {FAILED_TASKS.map((value) => (
                <option key={value} value={value}>
                  {messages.failedOptions[value]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <FormError>{error}</FormError>
      <Button type="submit" variant="main" aria-busy={busy} className="justify-self-start">
        {messages.button}
      </Button>
    </form>
  )
}
