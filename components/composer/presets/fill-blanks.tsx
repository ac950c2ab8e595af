import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { Button, Field, TextInput } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { blanksIn, fillBlanks } from '@/lib/shared/presets'
import { PRESET_MESSAGES } from './use-presets'

type Props = { prompt: string; onBack: () => void; onFilled: (prompt: string) => void }

/** Asks for each blank of a prompt. Enter goes to the next one. */
export function FillBlanks({ prompt, onBack, onFilled }: Props) {
  const messages = useMessages(PRESET_MESSAGES)
  const form = useRef<HTMLFormElement>(null)
  const blanks = blanksIn(prompt)
  const inputs = () => [...(form.current?.querySelectorAll('input') ?? [])]
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    const all = inputs()
    const next = all[all.indexOf(event.currentTarget) + 1]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onFilled(fillBlanks(prompt, new Map(inputs().map(({ name, value }) => [name, value]))))
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="pt-2">
      <p className="pb-3 text-second text-sm">{messages.blanks}</p>
      <div className="grid max-h-[60dvh] gap-3 overflow-y-auto p-0.5">
        {blanks.map((name) => (
          <Field key={name} label={name}>
            {(fieldProps) => <TextInput {...fieldProps} name={name} onKeyDown={onKeyDown} />}
          </Field>
        ))}
      </div>
      <div className="flex justify-end gap-2 pt-5">
        <Button onClick={onBack}>{messages.back}</Button>
        <Button type="submit" variant="main">
          {messages.insert}
        </Button>
      </div>
    </form>
  )
}
