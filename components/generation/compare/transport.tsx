import { IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { clock } from '@/lib/shared/clock'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'
import { FRAME_S } from './steer'
import type { SyncedPlayback } from './use-synced-playback'

type Props = {
  /** How many there are. */
  videos: number
  player: SyncedPlayback
  onSwap: () => void
}

/** One play button and one timeline for all videos. The timeline’s arrow keys move frame by frame. */
export function Transport({ videos, player, onSwap }: Props) {
  const messages = useMessages({ en: generationEn, zh: generationZh }).compare
  const { playing, time, duration } = player
  const at = messages.at(clock(time * 1_000), clock(duration * 1_000))
  return (
    <div className="flex items-center gap-2">
      <IconButton
        icon={playing ? 'pause' : 'play'}
        name={playing ? messages.pause(videos) : messages.play(videos)}
        onClick={player.toggle}
      />
      <input
        type="range"
        aria-label={messages.time}
        aria-valuetext={at}
        min={0}
        max={duration}
        step={FRAME_S}
        value={time}
        onChange={({ currentTarget }) => player.seek(Number(currentTarget.value))}
        className="h-10 min-w-0 flex-1 accent-accent pointer-coarse:h-11"
      />
      <span aria-hidden="true" className="text-second text-xs tabular-nums">
        {at}
      </span>
      <IconButton icon="swap" name={messages.swap} onClick={onSwap} />
    </div>
  )
}
