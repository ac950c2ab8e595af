import { type KeyboardEvent, useState } from 'react'
import { Button } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'
import { Differences } from './differences'
import { Transport } from './transport'
import { useSyncedPlayback } from './use-synced-playback'

type Props = { videos: readonly [Generation, Generation]; onClose: () => void }

const COLUMN = ['col-start-1', 'col-start-2'] as const

/** Plays two videos side by side in sync, with their prompts and the settings in which they differ. */
export function Comparison({ videos, onClose }: Props) {
  const messages = useMessages({ en: generationEn, zh: generationZh }).compare
  const [swapped, setSwapped] = useState(false)
  const [heard, setHeard] = useState<0 | 1 | null>(null)
  const [failed, setFailed] = useState(false)
  const [one, other] = videos
  const player = useSyncedPlayback([one.video?.duration ?? 0, other.video?.duration ?? 0])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || event.target.matches('input')) return // the timeline handles these keys itself
    if (event.key === 'ArrowLeft') player.step(-1)
    else if (event.key === 'ArrowRight') player.step(1)
    else if (event.key === ' ' && !event.target.matches('button')) player.toggle()
    else return
    event.preventDefault()
  }
  const sides = [
    { slot: 0, generation: one, player: player.first },
    { slot: 1, generation: other, player: player.second },
  ] as const
  const columnOf = (slot: 0 | 1) => (swapped ? COLUMN[1 - slot] : COLUMN[slot])

  return (
    <Dialog title={messages.title} size="wide" onClose={onClose}>
      {(close) => (
        <fieldset onKeyDown={onKeyDown} className="grid min-w-0 grid-cols-2 gap-x-2 gap-y-3 pt-4 sm:gap-x-4">
          {sides.map(({ slot, generation, player }) => (
            <video
              key={generation.id}
              ref={player}
              aria-label={messages.video(slot + 1)}
              src={generation.video?.url}
              poster={generation.poster ?? undefined}
              muted={heard !== slot}
              playsInline
              preload="auto"
              onError={() => setFailed(true)}
              className={`row-start-1 max-h-[55dvh] w-full self-center rounded object-contain ${columnOf(slot)}`}
            />
          ))}
          <Transport player={player} onSwap={() => setSwapped(!swapped)} />
          {sides.map(({ slot, generation }) => (
            <div
              key={generation.id}
              className={`row-start-3 grid content-start justify-items-start gap-2 ${columnOf(slot)}`}
            >
              {generation.settings?.generateAudio && (
                <Button
                  aria-pressed={heard === slot}
                  onClick={() => setHeard(heard === slot ? null : slot)}
                  className="aria-pressed:border-mark aria-pressed:text-mark"
                >
                  {messages.hear}
                </Button>
              )}
              <p className="wrap-anywhere text-sm">{generation.prompt}</p>
            </div>
          ))}
          <div className="col-span-2 row-start-4 grid gap-3">
            {failed && (
              <p role="alert" className="text-failure text-sm">
                {messages.failed}
              </p>
            )}
            <Differences videos={swapped ? [other, one] : videos} />
            <Button onClick={close} className="justify-self-end">
              {messages.close}
            </Button>
          </div>
        </fieldset>
      )}
    </Dialog>
  )
}
