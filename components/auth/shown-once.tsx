import { useState } from 'react'
import { Button, Field, TextInput } from '@/components/ui'
import { announce, copyText } from '@/lib/client/browser'
import { useAccountWords } from './messages'

/** A secret that is shown this once, to be copied. */
export function ShownOnce({ label, text, secret }: { label: string; text: string; secret: string }) {
  const words = useAccountWords()
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => {
    const done = await copyText(secret)
    setCopied(done)
    announce(done ? words.copied : words.noCopy)
  }
  return (
    <div className="grid gap-2 rounded border border-mark p-4">
      <p className="text-sm">{text}</p>
      <div className="flex flex-wrap items-end gap-2">
        <Field label={label} className="grow basis-60">
          {({ 'aria-invalid': _, ...ties }) => (
            <TextInput
              readOnly
              value={secret}
              onFocus={({ currentTarget }) => currentTarget.select()}
              {...ties}
            />
          )}
        </Field>
        <Button look="main" onClick={copy}>
          {words.copy}
        </Button>
      </div>
      {copied !== null && <p className="text-second text-sm">{copied ? words.copied : words.noCopy}</p>}
    </div>
  )
}
