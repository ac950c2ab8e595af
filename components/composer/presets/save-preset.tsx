import { type FormEvent, useRef, useState } from 'react'
import { Button, Field, TextInput } from '@/components/ui'
import { Switch } from '@/components/ui/switch'
import { useMember } from '@/lib/client/member'
import { useMessages } from '@/lib/client/messages'
import { PRESET_MESSAGES } from './use-presets'

type Props = {
  /** @returns why it was not saved; undefined when it was */
  onSave: (given: { name: string; shared: boolean }) => Promise<string | undefined>
}

/** Saves what stands in the form under a name. */
export function SavePreset({ onSave }: Props) {
  const messages = useMessages(PRESET_MESSAGES)
  const member = useMember()
  const input = useRef<HTMLInputElement>(null)
  const [shared, setShared] = useState(false)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    setBusy(true)
    const why = await onSave({ name: String(new FormData(form).get('name') ?? ''), shared })
    setBusy(false)
    setError(why)
    if (why === undefined) form.reset()
    input.current?.focus()
  }

  return (
    <form onSubmit={submit} noValidate className="pt-4">
      <Field label={messages.name} hint={messages.hint} error={error}>
        {(fieldProps) => (
          <div className="flex flex-wrap gap-2">
            <TextInput
              {...fieldProps}
              ref={input}
              name="name"
              className="control h-10 min-w-0 grow basis-40 px-3 text-base pointer-coarse:h-11"
            />
            <Button type="submit" variant="main" aria-busy={busy} className="shrink-0">
              {messages.save}
            </Button>
          </div>
        )}
      </Field>
      {member && (
        <Switch
          label={messages.share}
          checked={shared}
          onChange={({ currentTarget }) => setShared(currentTarget.checked)}
        />
      )}
    </form>
  )
}
