import { type RefObject, useState } from 'react'
import { NotPlayed } from '@/components/gallery/player/not-played'
import { playAlone } from '@/components/gallery/player/playing'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'

type Props = {
  video: NonNullable<Generation['video']>
  poster: string | null
  player: RefObject<HTMLVideoElement | null>
}

/** The video as large as the dialog allows; it starts by itself, because it was pressed. */
export function Screen({ video, poster, player }: Props) {
  const messages = useMessages('gallery')
  const [failed, setFailed] = useState(false)
  const tryAgain = () => {
    setFailed(false)
    player.current?.load()
  }
  return (
    <div className="relative overflow-hidden rounded bg-[#0d0c0c]">
      <video
        ref={player}
        aria-label={messages.video}
        src={video.url}
        poster={poster ?? undefined}
        width={video.width}
        height={video.height}
        controls={!failed}
        autoPlay
        playsInline
        loop
        onPlay={({ currentTarget }) => playAlone(currentTarget)}
        onError={() => setFailed(true)}
        className="w-full object-contain max-sm:h-auto max-sm:max-h-[70dvh] sm:h-[70dvh]"
      />
      {failed && <NotPlayed url={video.url} onAgain={tryAgain} />}
    </div>
  )
}
