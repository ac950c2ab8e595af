import { useState } from 'react'
import { IconButton } from '@/components/ui'
import { announce, copyText } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'

/** Copies a text, and shows and announces the result. */
export function CopyButton({ name, text }: { name: string; text: string }) {
  const messages = useMessages({ en: generationEn, zh: generationZh })
  const [outcome, setOutcome] = useState<'none' | 'done' | 'failed'>('none')
  const copy = async () => {
    const copied = await copyText(text)
    setOutcome(copied ? 'done' : 'failed')
    announce(copied ? messages.copied : messages.notCopied)
  }
  return (
    <>
      <IconButton
        icon={outcome === 'done' ? 'check' : 'copy'}
        name={name}
        onClick={copy}
        onBlur={() => setOutcome('none')}
      />
      {outcome === 'failed' && <span className="text-failure text-sm">{messages.notCopied}</span>}
    </>
  )
}
