import { useState } from 'react'
import { IconButton } from '@/components/ui'
import { announce, copyText } from '@/lib/client/browser'
import { useLateWords } from '@/lib/client/messages'
import { filmEn } from '@/lib/shared/messages/en/generation'
import { filmZh } from '@/lib/shared/messages/zh/generation'

/** Copies a text and says how that went, to eye and ear. */
export function CopyButton({ name, text }: { name: string; text: string }) {
  const words = useLateWords({ en: filmEn, zh: filmZh })
  const [outcome, setOutcome] = useState<'none' | 'done' | 'failed'>('none')
  const copy = async () => {
    const copied = await copyText(text)
    setOutcome(copied ? 'done' : 'failed')
    announce(copied ? words.copied : words.notCopied)
  }
  return (
    <>
      <IconButton
        icon={outcome === 'done' ? 'check' : 'copy'}
        name={name}
        onClick={copy}
        onBlur={() => setOutcome('none')}
      />
      {outcome === 'failed' && <span className="text-failure text-sm">{words.notCopied}</span>}
    </>
  )
}
