import { useEffect, useEffectEvent, useState } from 'react'
import { IconButton } from '@/components/ui'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import { promptHelpEn } from '@/lib/shared/messages/en/prompt-help'
import { promptHelpZh } from '@/lib/shared/messages/zh/prompt-help'
import { hintText } from './hint-text'
import { findHints, type Hint } from './hints'
import { SoundOffer } from './sound-offer'

const AT_ONCE = 2

export type HintListProps = {
  prompt: string
  images: number
  /** Turns sound on; undefined when it is on, or the model makes none. */
  onSound: (() => void) | undefined
  /** Something else on the page offers sound already. */
  soundOffered: boolean
  /** Takes the focus when what held it goes. */
  onGone: () => void
}

/** What might be said about a prompt. Nothing of it keeps anybody from sending. */
export default function HintList({ prompt, images, onSound, soundOffered, onGone }: HintListProps) {
  const messages = useMessages({ en: promptHelpEn, zh: promptHelpZh })
  const [hidden, setHidden] = useState<readonly Hint['type'][]>([])
  const shown = findHints(prompt, { sound: onSound === undefined || soundOffered, images })
    .filter(({ type }) => !hidden.includes(type))
    .slice(0, AT_ONCE)
  useSaidOnce(shown, (hint) => hintText(messages, hint))

  if (shown.length === 0) return null
  return (
    <ul className="grid pt-1.5 text-second text-sm">
      {shown.map((hint) => (
        <li key={hint.type} className="flex items-start justify-between gap-2">
          <div className="py-2">
            {hint.type === 'muted' && onSound ? (
              <SoundOffer text={hintText(messages, hint)} onSound={onSound} />
            ) : (
              hintText(messages, hint)
            )}
          </div>
          <IconButton
            icon="close"
            name={messages.dismiss}
            onClick={() => {
              setHidden([...hidden, hint.type])
              onGone()
            }}
          />
        </li>
      ))}
    </ul>
  )
}

/** A hint is announced when it comes, not again while it stays. */
function useSaidOnce(shown: readonly Hint[], say: (hint: Hint) => string) {
  const [known, setKnown] = useState('')
  const kinds = shown.map(({ type }) => type).join()
  const sayNew = useEffectEvent(() => {
    const fresh = shown.filter(({ type }) => !known.split(',').includes(type))
    if (fresh.length > 0) announce(fresh.map(say).join(' '))
    setKnown(kinds)
  })
  useEffect(() => {
    if (kinds !== known) sayNew()
  }, [kinds, known])
}
