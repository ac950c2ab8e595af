import { type RefObject, Suspense, useId } from 'react'
import { needed } from '@/components/layout/needed'
import { Icon } from '@/components/ui'
import type { Dropped } from '@/components/ui/dropped'
import { Dropzone } from '@/components/ui/dropzone'
import { useMessages } from '@/lib/client/messages'
import { FrameCamera } from './camera'
import type { Kept } from './crop'
import { canReframe, type Frame, isUnusable } from './frames'
import { judgePhoto, OFFERED, toIntake } from './intake'
import type { FramesControl } from './use-frames'

const FramePreview = needed(async () => (await import('./preview')).FramePreview)
const FrameState = needed(async () => (await import('./slot-state')).FrameState)
const ReframeButton = needed(async () => (await import('./slot-state')).ReframeButton)

type Props = {
  slot: 0 | 1
  frame: Frame | undefined
  kept: Kept | null
  control: FramesControl
  /** Id of the element with the error. */
  errorId: string
  reframeButton: RefObject<HTMLElement | null>
  onReframe: () => void
}

/** A slot: drop zone, file picker and the state of its photo. */
export function FrameSlot({ slot, frame, kept, control, errorId, reframeButton, onReframe }: Props) {
  const messages = useMessages('frames')
  const id = useId()
  const take = (dropped: Dropped) => {
    const { photos, note } = toIntake(dropped)
    control.add(photos, slot, note)
  }

  return (
    <div className="min-w-0">
      <Dropzone
        className={({ isDragActive }) =>
          `relative h-34 overflow-hidden rounded border outline-offset-2 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-mark no-has:focus-within:outline-2 no-has:focus-within:outline-mark ${frame ? 'bg-well' : 'border-dashed bg-raised'} ${isDragActive ? 'border-mark' : ''}`
        }
        judge={judgePhoto}
        onDropped={take}
        picker={{
          id,
          accept: OFFERED,
          className: 'sr-only',
          'aria-labelledby': `${id}-label`,
          'aria-describedby': frame && isUnusable(frame.upload) ? errorId : undefined,
        }}
      >
        {({ isDragActive, input }) => (
          <>
            {frame?.preview && (
              <Suspense>
                <FramePreview
                  frame={frame}
                  name={messages.imageOf(frame.name)}
                  kept={kept}
                  onGone={() => void control.lost(frame)}
                />
              </Suspense>
            )}
            <label
              htmlFor={id}
              className={`absolute inset-0 grid cursor-pointer place-content-center gap-0.5 p-2 *:pointer-events-none text-center text-second text-sm ${frame ? '' : 'pointer-coarse:pb-14'}`}
            >
              {isDragActive && !frame && messages.drop}
              {!isDragActive && !frame && (
                <>
                  <Icon name="image" className="mx-auto text-faint" />
                  {messages.choose}
                </>
              )}
            </label>
            {!frame && <FrameCamera take={(accepted) => take({ type: 'files', accepted, rejected: [] })} />}
            {frame && (
              <Suspense>
                <FrameState
                  choose={() => input.current?.click()}
                  onRemove={() => {
                    control.remove(frame.token)
                    input.current?.focus() // the button that was pressed unmounts with the photo
                  }}
                  {...{ frame, control }}
                />
              </Suspense>
            )}
          </>
        )}
      </Dropzone>
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-2 pointer-coarse:min-h-11">
        <p id={`${id}-label`} className="text-second">
          {slot === 0 ? messages.first : messages.last}
        </p>
        {frame && canReframe(frame) && (
          <Suspense>
            <ReframeButton {...{ frame, control, reframeButton, onReframe }} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
