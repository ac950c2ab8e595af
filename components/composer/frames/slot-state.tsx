import type { RefObject } from 'react'
import { Button, IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { canReframe, canTryAgain, type Frame, isUnusable } from './frames'
import type { FramesControl } from './use-frames'

type Props = {
  frame: Frame
  control: FramesControl
  choose: () => void
  onRemove: () => void
}

/** The overlay of a photo: progress, the remedy if it was refused, a button to remove it. */
export function FrameState({ frame, control, choose, onRemove }: Props) {
  const messages = useMessages('frames')
  const { upload, token, name } = frame
  return (
    <>
      <FrameProgress frame={frame} />
      {isUnusable(upload) && !(canReframe(frame) && upload.type === 'refused') && (
        <div className="absolute inset-0 grid content-center gap-2 bg-panel/90 p-2">
          <p className="truncate px-8 text-center text-xs">{name}</p>
          <Button
            className="px-2"
            ref={control.remedyRef(token)}
            onClick={() => (canTryAgain(upload) ? control.again(token) : choose())}
          >
            {canTryAgain(upload) ? messages.again : messages.another}
          </Button>
        </div>
      )}
      <IconButton
        icon="close"
        name={messages.remove(name)}
        onClick={onRemove}
        variant="overMedia"
        className="absolute top-0 right-0"
      />
    </>
  )
}

type ReframeProps = {
  frame: Frame
  control: FramesControl
  reframeButton: RefObject<HTMLElement | null>
  onReframe: () => void
}

/** Below the photo, so that it hides nothing of it. For one that is too wide or too tall it is the remedy. */
export function ReframeButton({ frame, control, reframeButton, onReframe }: ReframeProps) {
  const messages = useMessages('frames')
  return (
    <Button
      ref={(button) => {
        reframeButton.current = button
        if (frame.upload.type === 'refused') control.remedyRef(frame.token)(button)
      }}
      variant="link"
      aria-label={messages.reframePhoto(frame.name)}
      onClick={onReframe}
      className="min-h-10 min-w-10 text-right pointer-coarse:min-h-11"
    >
      {messages.reframe}
    </Button>
  )
}

function FrameProgress({ frame: { upload, name } }: { frame: Frame }) {
  const messages = useMessages('frames')
  if (upload.type !== 'converting' && upload.type !== 'running') return null
  const text = upload.type === 'running' ? messages.uploading(name) : messages.converting(name)
  return (
    <div className="absolute inset-x-0 top-0 bg-panel/90 py-2 pr-10 pl-2 text-xs">
      <p className="truncate pb-1">{text}</p>
      {upload.type === 'running' ? (
        <progress aria-label={text} value={upload.share} className="progress block h-1 w-full" />
      ) : (
        <div className="busy-bar" />
      )}
    </div>
  )
}
