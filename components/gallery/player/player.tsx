import { useRef, useState } from 'react'
import type { Playable } from '@/components/gallery/card/media'
import { useNear } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import { clock } from '@/lib/shared/clock'
import { NotPlayed } from './not-played'
import { PlayButton } from './play-button'
import { playAlone } from './playing'
import { usePoster } from './use-poster'
import { WithoutScripts } from './without-scripts'

/**
 * A video at its own ratio. Loads nothing before it is near the viewport; shows the browser’s controls once it has
 * been played.
 */
export function Player({ id, video, poster, own }: Playable) {
  const messages = useMessages('gallery')
  const player = useRef<HTMLVideoElement>(null)
  const near = useNear(player)
  usePoster(id, player, own && near && !poster)
  const [begun, setBegun] = useState(false)
  const [failed, setFailed] = useState(false)
  const play = () => {
    setBegun(true)
    player.current?.focus()
    // The error event reports what keeps it from playing; a browser that wants another press offers its own controls.
    player.current?.play().catch(() => {})
  }
  const tryAgain = () => {
    setFailed(false)
    player.current?.load()
    play()
  }
  return (
    <div className="relative overflow-hidden rounded bg-[#0d0c0c]">
      <video
        ref={player}
        aria-label={messages.video}
        src={video.url}
        width={video.width}
        height={video.height}
        controls={begun && !failed}
        playsInline
        loop
        poster={poster ?? undefined}
        preload={near && !poster ? 'metadata' : 'none'}
        onPlay={({ currentTarget }) => playAlone(currentTarget)}
        onError={() => setFailed(true)}
        className="w-full"
      />
      {failed && <NotPlayed url={video.url} onAgain={tryAgain} />}
      {!begun && !failed && (
        <>
          <PlayButton onPress={play} />
          <span className="pointer-events-none absolute right-2 bottom-2 rounded-md bg-black/70 px-1.5 text-white text-xs tabular-nums">
            {clock(video.duration * 1_000)}
          </span>
          <WithoutScripts url={video.url} poster={poster} name={messages.video} />
        </>
      )}
    </div>
  )
}
