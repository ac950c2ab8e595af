import { type KeyboardEvent, useState } from 'react'
import { Button, Dialog } from '@/components/ui'
import { useLateWords } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { filmEn } from '@/lib/shared/messages/en/generation'
import { filmZh } from '@/lib/shared/messages/zh/generation'
import { Differences } from './differences'
import { Transport } from './transport'
import { useInStep } from './use-synced-playback'

type Props = { films: readonly [Generation, Generation]; onClose: () => void }

const COLUMN = ['col-start-1', 'col-start-2'] as const

/** Two films side by side, playing in step, and what was asked for them. */
export function Comparison({ films, onClose }: Props) {
  const words = useLateWords({ en: filmEn, zh: filmZh }).compare
  const [swapped, setSwapped] = useState(false)
  const [heard, setHeard] = useState<0 | 1 | null>(null)
  const [failed, setFailed] = useState(false)
  const [one, other] = films
  const player = useInStep([one.video?.duration ?? 0, other.video?.duration ?? 0])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || event.target.matches('input')) return // the timeline has the same keys
    if (event.key === 'ArrowLeft') player.step(-1)
    else if (event.key === 'ArrowRight') player.step(1)
    else if (event.key === ' ' && !event.target.matches('button')) player.toggle()
    else return
    event.preventDefault()
  }
  const sides = [
    { place: 0, film: one, player: player.first },
    { place: 1, film: other, player: player.second },
  ] as const
  const columnOf = (place: 0 | 1) => (swapped ? COLUMN[1 - place] : COLUMN[place])

  return (
    <Dialog title={words.title} size="wide" onClose={onClose}>
      {(close) => (
        <fieldset onKeyDown={onKeyDown} className="grid min-w-0 grid-cols-2 gap-x-2 gap-y-3 pt-4 sm:gap-x-4">
          {sides.map(({ place, film, player }) => (
            <video
              key={film.id}
              ref={player}
              aria-label={words.film(place + 1)}
              src={film.video?.url}
              poster={film.poster ?? undefined}
              muted={heard !== place}
              playsInline
              preload="auto"
              onError={() => setFailed(true)}
              className={`row-start-1 max-h-[55dvh] w-full self-center rounded object-contain ${columnOf(place)}`}
            />
          ))}
          <Transport player={player} onSwap={() => setSwapped(!swapped)} />
          {sides.map(({ place, film }) => (
            <div
              key={film.id}
              className={`row-start-3 grid content-start justify-items-start gap-2 ${columnOf(place)}`}
            >
              {film.settings?.generateAudio && (
                <Button
                  aria-pressed={heard === place}
                  onClick={() => setHeard(heard === place ? null : place)}
                  className="aria-pressed:border-mark aria-pressed:text-mark"
                >
                  {words.hear}
                </Button>
              )}
              <p className="wrap-anywhere text-sm">{film.prompt}</p>
            </div>
          ))}
          <div className="col-span-2 row-start-4 grid gap-3">
            {failed && (
              <p role="alert" className="text-failure text-sm">
                {words.failed}
              </p>
            )}
            <Differences films={swapped ? [other, one] : films} />
            <Button onClick={close} className="justify-self-end">
              {words.close}
            </Button>
          </div>
        </fieldset>
      )}
    </Dialog>
  )
}
