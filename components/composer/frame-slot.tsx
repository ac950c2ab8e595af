import { type RefObject, useEffect, useEffectEvent, useId, useRef } from 'react'
import { Icon } from '@/components/ui'
import { useFileDrop } from '@/lib/client/browser'
import { useWords } from '@/lib/client/words'
import type { Kept } from './crop'
import { FrameCamera } from './frame-camera'
import { FramePreview } from './frame-preview'
import { FrameState } from './frame-state'
import type { Frame } from './frames'
import type { FramesControl } from './use-frames'

/** What the browser's chooser offers. Some systems know HEIC by its ending alone. */
const OFFERED = 'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif'

type Props = {
  place: 0 | 1
  frame: Frame | undefined
  kept: Kept | null
  control: FramesControl
  /** Where it is said why the photo was not taken. */
  errorId: string
  reframeButton: RefObject<HTMLElement | null>
  onReframe: () => void
  /** Whether the camera may be asked for a photo for this place. */
  camera: boolean
}

/** One place for a photo: drop it, choose it, see what becomes of it. */
export function FrameSlot({ place, frame, kept, control, errorId, reframeButton, onReframe, camera }: Props) {
  const words = useWords().frames
  const id = useId()
  const unusable = frame?.upload.is === 'refused' || frame?.upload.is === 'broken'
  const input = useRef<HTMLInputElement>(null)
  const take = (files: File[]) => control.add(files, place)
  const { over, target } = useFileDrop(take)
  useChosenEarly(input, take)

  return (
    <div className="min-w-0">
      <p id={`${id}-label`} className="pb-1.5 text-second text-sm">
        {place === 0 ? words.first : words.last}
      </p>
      <div
        {...target}
        className={`relative h-36 overflow-hidden rounded border outline-offset-2 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-mark ${frame ? 'bg-well' : 'border-dashed bg-raised'} ${over ? 'border-mark' : ''}`}
      >
        <input
          ref={input}
          id={id}
          type="file"
          accept={OFFERED}
          multiple
          className="sr-only"
          aria-labelledby={`${id}-label`}
          aria-describedby={unusable ? errorId : undefined}
          onChange={({ currentTarget }) => {
            take([...(currentTarget.files ?? [])])
            currentTarget.value = '' // the same file may be chosen again
          }}
        />
        {frame?.preview && (
          <FramePreview
            frame={frame}
            name={words.pictureOf(frame.name)}
            kept={kept}
            onGone={() => control.lost(frame)}
          />
        )}
        <label
          htmlFor={id}
          className={`absolute inset-0 grid cursor-pointer place-content-center gap-0.5 p-2 text-center text-second text-sm ${camera ? 'pointer-coarse:pb-14' : ''}`}
        >
          {over && !frame && words.drop}
          {!over && !frame && (
            <>
              <Icon name="picture" className="mx-auto text-faint" />
              {words.choose}
              {place === 1 && <span className="text-faint text-xs">{words.optional}</span>}
            </>
          )}
        </label>
        {camera && <FrameCamera take={take} />}
        {frame && (
          <FrameState
            choose={() => input.current?.click()}
            onRemove={() => {
              control.remove(frame.token)
              input.current?.focus() // the button that was pressed goes with the photo
            }}
            {...{ frame, control, reframeButton, onReframe }}
          />
        )}
      </div>
    </div>
  )
}

/** A file chosen before the page came alive has told nobody yet. */
function useChosenEarly(input: { current: HTMLInputElement | null }, take: (files: File[]) => void) {
  const takeEarly = useEffectEvent(() => {
    const files = [...(input.current?.files ?? [])]
    if (files.length > 0) take(files)
  })
  useEffect(() => takeEarly(), [])
}
