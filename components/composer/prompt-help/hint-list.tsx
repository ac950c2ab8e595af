import { useEffect, useEffectEvent, useState } from 'react'
import { IconButton } from '@/components/ui'
import { announce } from '@/lib/client/browser'
import { useLateWords } from '@/lib/client/messages'
import { promptHelpEn } from '@/lib/shared/messages/en/prompt-help'
import { promptHelpZh } from '@/lib/shared/messages/zh/prompt-help'
import { sayHint } from './hint-text'
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
  const words = useLateWords({ en: promptHelpEn, zh: promptHelpZh })
  const [hidden, setHidden] = useState<readonly Hint['is'][]>([])
  const shown = findHints(prompt, { sound: onSound === undefined || soundOffered, images })
    .filter(({ is }) => !hidden.includes(is))
    .slice(0, AT_ONCE)
  useSaidOnce(shown, (hint) => sayHint(words, hint))

  if (shown.length === 0) return null
  return (
    <ul className="grid pt-1.5 text-second text-sm">
      {shown.map((hint) => (
        <li key={hint.is} className="flex items-start justify-between gap-2">
          <div className="py-2">
            {hint.is === 'silent' && onSound ? (
              <SoundOffer text={sayHint(words, hint)} onSound={onSound} />
            ) : (
              sayHint(words, hint)
            )}
          </div>
          <IconButton
            icon="close"
            name={words.dismiss}
            onClick={() => {
              setHidden([...hidden, hint.is])
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
  const kinds = shown.map(({ is }) => is).join()
  const sayNew = useEffectEvent(() => {
    const fresh = shown.filter(({ is }) => !known.split(',').includes(is))
    if (fresh.length > 0) announce(fresh.map(say).join(' '))
    setKnown(kinds)
  })
  useEffect(() => {
    if (kinds !== known) sayNew()
  }, [kinds, known])
}
