import { type KeyboardEvent, useState } from 'react'
import { Button } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'
import { Differences } from './differences'
import { Side } from './side'
import { Transport } from './transport'
import { useSyncedPlayback } from './use-synced-playback'

type Props = {
  /** Two to four. */
  videos: readonly Generation[]
  /** One was deleted here. */
  onRemoved: (id: string) => void
  onClose: () => void
}

/** Two beside each other on a phone; all of them where there is room. */
const COLUMNS: Record<number, string> = {
  1: 'grid-cols-1',
  2: 'grid-cols-2',
  3: 'grid-cols-2 sm:grid-cols-3',
  4: 'grid-cols-2 wide:grid-cols-4',
}

/** Plays videos side by side in sync, with their prompts, their actions, and the settings in which they differ. */
export function Comparison({ videos, onRemoved, onClose }: Props) {
  const messages = useMessages({ en: generationEn, zh: generationZh }).compare
  const [order, setOrder] = useState(() => videos.map(({ id }) => id))
  const [heard, setHeard] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const sides = order.flatMap((id) => videos.find((video) => video.id === id) ?? [])
  const player = useSyncedPlayback(sides.map(({ id, video }) => ({ id, duration: video?.duration ?? 0 })))

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || event.target.matches('input')) return // the timeline handles these keys itself
    if (event.key === 'ArrowLeft') player.step(-1)
    else if (event.key === 'ArrowRight') player.step(1)
    else if (event.key === ' ' && !event.target.matches('button, a')) player.toggle()
    else return
    event.preventDefault()
  }
  const columns = `grid gap-x-2 sm:gap-x-4 ${COLUMNS[sides.length] ?? ''}`
  return (
    <Dialog title={messages.title} size="wide" onClose={onClose}>
      {(close) => (
        <fieldset onKeyDown={onKeyDown} className="grid min-w-0 gap-y-3 pt-4">
          <div className={`${columns} gap-y-2`}>
            {sides.map(({ id, video, poster }) => (
              <video
                key={id}
                ref={player.refOf(id)}
                aria-label={messages.video(videos.findIndex((one) => one.id === id) + 1)}
                src={video?.url}
                poster={poster ?? undefined}
                muted={heard !== id}
                playsInline
                preload="auto"
                onError={() => setFailed(true)}
                className={`w-full self-center rounded object-contain ${sides.length > 2 ? 'max-h-[38dvh] wide:max-h-[50dvh]' : 'max-h-[50dvh]'}`}
              />
            ))}
          </div>
          <Transport
            videos={sides.length}
            player={player}
            onSwap={() => setOrder((ids) => [...ids].reverse())}
          />
          <div className={`${columns} gap-y-4`}>
            {sides.map((generation) => (
              <Side
                key={generation.id}
                generation={generation}
                heard={heard === generation.id}
                onHear={(on) => setHeard(on ? generation.id : null)}
                onRemoved={() => {
                  onRemoved(generation.id)
                  if (sides.length <= 2) close()
                }}
              />
            ))}
          </div>
          {failed && (
            <p role="alert" className="text-failure text-sm">
              {messages.failed}
            </p>
          )}
          <Differences videos={sides} columns={columns} />
          <Button onClick={close} className="justify-self-end">
            {messages.close}
          </Button>
        </fieldset>
      )}
    </Dialog>
  )
}
