import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react'
import { IconButton } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { lightboxEn } from '@/lib/shared/messages/en/lightbox'
import { lightboxZh } from '@/lib/shared/messages/zh/lightbox'
import { LightboxActions } from './lightbox-actions'
import { Screen } from './screen'

type Props = {
  /** The videos that can be played, in their order. */
  videos: readonly Generation[]
  /** Id of the one that plays. */
  id: string
  onShow: (id: string) => void
  onClose: () => void
}

const TITLE = 140 // characters: about two lines

/** Plays one video large, with its actions; the arrow keys move to its neighbours. */
export function Lightbox({ videos, id, onShow, onClose }: Props) {
  const messages = useMessages({ en: lightboxEn, zh: lightboxZh })
  const player = useRef<HTMLVideoElement>(null)
  const frame = useRef<HTMLFieldSetElement>(null)
  /** What was chosen, once the dialog has closed and the focus is back. */
  const chosen = useRef(() => {})
  const at = videos.findIndex((video) => video.id === id)
  const generation = videos[at]
  const step = (by: number) => {
    const next = videos[at + by]
    if (next) onShow(next.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return
    if (event.key === 'ArrowLeft') step(-1)
    else if (event.key === 'ArrowRight') step(1)
    else if (event.key === ' ' && !event.target.matches('button, a')) toggle(player.current)
    else return
    event.preventDefault() // the browser's player has keys of its own
  }
  useEffect(() => {
    // A player that had the focus took it along; only the document knows.
    if (id && !frame.current?.contains(document.activeElement)) frame.current?.focus()
  }, [id])
  const vanish = useEffectEvent(onClose)
  const isGone = !generation?.video
  useEffect(() => {
    if (isGone) vanish() // it left the view, or was deleted elsewhere
  }, [isGone])
  if (!generation?.video) return null
  const { prompt, video, poster } = generation
  const title = [...prompt].slice(0, TITLE).join('')
  return (
    <Dialog
      title={title === prompt ? prompt : `${title}…`}
      size="wide"
      onClose={() => {
        onClose()
        chosen.current()
      }}
    >
      {(close) => (
        <fieldset
          ref={frame}
          aria-label={messages.name}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          className="min-w-0 pt-3 outline-none"
        >
          <Screen key={id} video={video} poster={poster} player={player} />
          <div className="flex flex-wrap items-center gap-x-1 gap-y-2 pt-2">
            <IconButton
              icon="back"
              name={messages.previous}
              aria-disabled={at === 0}
              onClick={() => step(-1)}
              className="aria-disabled:opacity-40"
            />
            <IconButton
              icon="next"
              name={messages.next}
              aria-disabled={at === videos.length - 1}
              onClick={() => step(1)}
              className="aria-disabled:opacity-40"
            />
            <LightboxActions
              generation={generation}
              onChoose={(action) => {
                chosen.current = action
                close()
              }}
            />
          </div>
          {/* Last, so that the focus starts elsewhere. A phone has no Escape, and no page beside the dialog to press. */}
          <IconButton
            icon="close"
            name={messages.close}
            onClick={close}
            className="absolute top-2.5 right-2.5"
          />
        </fieldset>
      )}
    </Dialog>
  )
}

function toggle(video: HTMLVideoElement | null): void {
  if (video?.paused)
    video.play().catch(() => {}) // the error event reports why
  else video?.pause()
}
