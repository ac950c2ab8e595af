import { type PointerEvent, useRef } from 'react'
import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import type { Playable } from '@/components/gallery/card/media'
import { VIDEO_SHAPES } from '@/components/gallery/grid/shape'
import { toggleSelected } from '@/components/gallery/selected'
import { useHydrated } from '@/components/ui'
import { useNear } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import { clock } from '@/lib/shared/clock'
import type { Generation } from '@/lib/shared/generation'
import type { FixedRatio } from '@/lib/shared/models'
import { PlayButton } from './play-button'
import { usePoster } from './use-poster'
import { WithoutScripts } from './without-scripts'

type Props = Playable & { generation: Generation; shape: FixedRatio }

/** Chrome’s data saver, which TypeScript’s DOM library doesn’t declare. */
const savesData = (): boolean => {
  const { connection }: { connection?: { saveData?: boolean } } = Object(navigator)
  return connection?.saveData === true
}

/**
 * A video on its card: a press plays it large, with Shift selects it, the pointer over it without sound. Loads nothing before that, or before
 * it is near the viewport where it has no poster yet.
 */
export function Preview({ id, video, poster, own, generation, shape }: Props) {
  const messages = useMessages('gallery')
  const { play } = useGenerationActions()
  const player = useRef<HTMLVideoElement>(null)
  const near = useNear(player)
  usePoster(id, player, own && near && !poster)
  const day = useHydrated() ? messages.day(new Date(generation.createdAt), new Date()) : null // in the user's time zone

  const enter = ({ pointerType }: PointerEvent) => {
    if (pointerType !== 'mouse' || savesData() || matchMedia('(prefers-reduced-motion)').matches) return
    player.current?.play().catch(() => {}) // it stays as it is
  }
  const leave = () => {
    if (!player.current || player.current.paused) return
    player.current.pause()
    player.current.currentTime = 0
  }
  return (
    <div
      onPointerEnter={enter}
      onPointerLeave={leave}
      className={`relative overflow-hidden rounded bg-[#0d0c0c] ${VIDEO_SHAPES[shape]}`}
    >
      <video
        ref={player}
        aria-label={messages.video}
        src={video.url}
        width={video.width}
        height={video.height}
        muted
        playsInline
        loop
        poster={poster ?? undefined}
        preload={near && !poster ? 'metadata' : 'none'}
        className="size-full object-cover"
      />
      <PlayButton
        onPress={({ shiftKey }) => {
          if (shiftKey) return toggleSelected(generation)
          leave()
          play?.(generation)
        }}
      />
      {day && <span className={`left-2 ${PILL}`}>{day}</span>}
      <span className={`right-2 ${PILL}`}>{clock(video.duration * 1_000)}</span>
      <WithoutScripts url={video.url} poster={poster} name={messages.video} />
    </div>
  )
}

const PILL =
  'pointer-events-none absolute bottom-2 rounded-md bg-black/70 px-1.5 text-white text-xs tabular-nums'
