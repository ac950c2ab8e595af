import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { FormError, useChange } from '@/components/auth'
import { Button, Field, TextInput } from '@/components/ui'
import type { SpendSettings } from '@/lib/shared/spend/settings'
import { useSpendMessages } from './messages'
import { fieldText, numberField } from './number-field'

/** Somebody who can have a budget of their own. */
export type Person = { id: string; name: string }

type Props = {
  budgets: SpendSettings['budgets']
  /** Those with access; null without sign-in, where the studio is one person's. */
  people: Person[] | null
}

/** Credits a month, of the studio and of each person. An empty field is no budget. */
export function BudgetsForm({ budgets, people }: Props) {
  const { budgets: messages, wrong } = useSpendMessages()
  const { busy, error, act } = useChange()
  const field = numberField(wrong.number)
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(z.object({ studio: field, everybody: field, people: z.array(field) })),
    defaultValues: {
      studio: fieldText(budgets.studio),
      everybody: fieldText(budgets.everybody),
      people: (people ?? []).map(({ id }) => fieldText(budgets.people[id])),
    },
  })
  const { errors } = formState
  const save = handleSubmit(async ({ studio, everybody, people: own }) => {
    const ofPeople = (people ?? []).map(({ id }, index) => [id, own[index] ?? null])
    const all = people && { everybody, people: Object.fromEntries(ofPeople) }
    await act('PATCH', '/api/settings', { budgets: { studio, ...all } }, messages.done)
  })
  return (
    <form noValidate onSubmit={save} className="grid gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={messages.studio} error={errors.studio?.message}>
          {(fieldProps) => <TextInput inputMode="decimal" {...register('studio')} {...fieldProps} />}
        </Field>
        {people && (
          <Field label={messages.everybody} error={errors.everybody?.message}>
            {(fieldProps) => <TextInput inputMode="decimal" {...register('everybody')} {...fieldProps} />}
          </Field>
        )}
        {people?.map(({ id, name }, index) => (
          <Field key={id} label={messages.of(name)} error={errors.people?.[index]?.message}>
            {(fieldProps) => (
              <TextInput inputMode="decimal" {...register(`people.${index}`)} {...fieldProps} />
            )}
          </Field>
        ))}
      </div>
      <FormError>{error}</FormError>
      <Button type="submit" aria-busy={busy} className="justify-self-start">
        {messages.button}
      </Button>
    </form>
  )
}
