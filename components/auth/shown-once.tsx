import { useState } from 'react'
import { Button, Field, TextInput } from '@/components/ui'
import { announce, copyText } from '@/lib/client/browser'
import { useAccountMessages } from './messages'

/** Shows a secret that is never shown again, with a copy button. */
export function ShownOnce({ label, text, secret }: { label: string; text: string; secret: string }) {
  const messages = useAccountMessages()
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => {
    const done = await copyText(secret)
    setCopied(done)
    announce(done ? messages.copied : messages.noCopy)
  }
  return (
    <div className="grid gap-2 rounded border border-mark p-4">
      <p className="text-sm">{text}</p>
      <div className="flex flex-wrap items-end gap-2">
        <Field label={label} className="grow basis-60">
          {({ 'aria-invalid': _, ...fieldProps }) => (
            <TextInput
              readOnly
              value={secret}
              onFocus={({ currentTarget }) => currentTarget.select()}
              {...fieldProps}
            />
          )}
        </Field>
        <Button variant="main" onClick={copy}>
          {messages.copy}
        </Button>
      </div>
      {copied !== null && <p className="text-second text-sm">{copied ? messages.copied : messages.noCopy}</p>}
    </div>
  )
}
