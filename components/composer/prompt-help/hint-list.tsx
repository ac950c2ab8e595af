import { useEffect, useEffectEvent, useState } from 'react'
import { IconButton } from '@/components/ui'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import { promptHelpEn } from '@/lib/shared/messages/en/prompt-help'
import { promptHelpZh } from '@/lib/shared/messages/zh/prompt-help'
import { hintText } from './hint-text'
import { findHints, type Hint } from './hints'
import { SoundOffer } from './sound-offer'

const MAX_SHOWN = 2

export type HintListProps = {
  prompt: string
  images: number
  /** Turns sound on; undefined if it is on or the model has none. */
  onSound: (() => void) | undefined
  /** Another part of the page already offers to turn on sound. */
  soundOffered: boolean
  /** Called to move the focus when the focused hint is dismissed. */
  onGone: () => void
}

/** Hints about a prompt. They never block submitting. */
export default function HintList({ prompt, images, onSound, soundOffered, onGone }: HintListProps) {
  const messages = useMessages({ en: promptHelpEn, zh: promptHelpZh })
  const [hidden, setHidden] = useState<readonly Hint['type'][]>([])
  const shown = findHints(prompt, { sound: onSound === undefined || soundOffered, images })
    .filter(({ type }) => !hidden.includes(type))
    .slice(0, MAX_SHOWN)
  useAnnounceOnce(shown, (hint) => hintText(messages, hint))

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

/** Announces each hint once, when it appears. */
function useAnnounceOnce(shown: readonly Hint[], textOf: (hint: Hint) => string) {
  const [known, setKnown] = useState('')
  const kinds = shown.map(({ type }) => type).join()
  const announceNew = useEffectEvent(() => {
    const fresh = shown.filter(({ type }) => !known.split(',').includes(type))
    if (fresh.length > 0) announce(fresh.map(textOf).join(' '))
    setKnown(kinds)
  })
  useEffect(() => {
    if (kinds !== known) announceNew()
  }, [kinds, known])
}
