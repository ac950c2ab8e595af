import type { MouseEvent } from 'react'
import { Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'

/** Covers a video, so that a press anywhere on it plays it. */
export function PlayButton({ onPress }: { onPress: (event: MouseEvent) => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="group absolute inset-0 grid place-items-center rounded -outline-offset-4"
    >
      <span className="grid size-13 place-items-center rounded-full bg-black/65 text-white group-hover:bg-black/80">
        <Icon name="play" />
      </span>
      <span className="sr-only">{useMessages('gallery').play}</span>
    </button>
  )
}
