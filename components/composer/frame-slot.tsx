import { useEffect, useEffectEvent, useId } from 'react'
import { useDropzone } from 'react-dropzone'
import { Button, Icon, IconButton, Progress } from '@/components/ui'
import { useWords } from '@/lib/client/words'
import type { Kept } from './crop'
import { FramePreview } from './frame-preview'
import type { Frame } from './frames'
import { sayImageProblem } from './say-problem'
import type { FramesControl } from './use-frames'

/** What the browser's chooser offers. A phone turns its own format into one of these by itself. */
const OFFERED = 'image/jpeg,image/png,image/webp'

type Props = { place: 0 | 1; frame: Frame | undefined; kept: Kept | null; control: FramesControl }

/** One place for a photo: drop it, choose it, see what becomes of it. */
export function FrameSlot({ place, frame, kept, control }: Props) {
  const words = useWords().frames
  const id = useId()
  const { getRootProps, getInputProps, inputRef, isDragActive, open } = useDropzone({
    onDrop: (files: File[]) => control.add(files, place),
    noClick: true,
    noKeyboard: true,
    noPaste: true,
    noDragEventsBubbling: true,
  })
  useChosenEarly(inputRef, (files) => control.add(files, place))

  return (
    <div className="min-w-0">
      <p id={`${id}-label`} className="pb-1.5 text-second text-sm">
        {place === 0 ? words.first : words.last}
      </p>
      <div
        {...getRootProps({ role: undefined, tabIndex: undefined })}
        className={`relative h-36 overflow-hidden rounded border outline-offset-2 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-mark ${frame ? 'bg-well' : 'border-dashed bg-raised'} ${isDragActive ? 'border-mark' : ''}`}
      >
        <input
          {...getInputProps({ accept: OFFERED, style: undefined, tabIndex: 0 })}
          id={id}
          className="sr-only"
          aria-label={undefined}
          aria-labelledby={`${id}-label`}
          aria-describedby={frame && frame.upload.is !== 'done' ? `${id}-state` : undefined}
          onClick={({ currentTarget }) => {
            currentTarget.value = '' // the same file may be chosen again
          }}
        />
        {frame?.preview && (
          <FramePreview
            frame={frame}
            name={words.pictureOf(frame.name)}
            kept={kept}
            onMeasure={(size) => control.measure(frame.token, size)}
            onGone={() => control.lost(frame)}
          />
        )}
        <label
          htmlFor={id}
          className="absolute inset-0 grid cursor-pointer place-content-center gap-0.5 p-2 text-center text-second text-sm"
        >
          {isDragActive && !frame && words.drop}
          {!isDragActive && !frame && (
            <>
              <Icon name="picture" className="mx-auto text-faint" />
              {words.choose}
              {place === 1 && <span className="text-faint text-xs">{words.optional}</span>}
            </>
          )}
        </label>
        {frame && <SlotState id={`${id}-state`} place={place} frame={frame} control={control} open={open} />}
      </div>
    </div>
  )
}

/** What stands over the photo: progress, a refusal with its remedy, and the way to take it away. */
function SlotState(props: {
  id: string
  place: 0 | 1
  frame: Frame
  control: FramesControl
  open: () => void
}) {
  const { id, place, frame, control, open } = props
  const words = useWords()
  const { upload, token, name } = frame
  const wrong =
    upload.is === 'refused'
      ? sayImageProblem(words, upload.problem, place === 0 ? 1 : 2)
      : upload.is === 'broken'
        ? [words.frames.noAnswer]
        : []
  return (
    <>
      {wrong.length > 0 && (
        <div className="absolute inset-0 overflow-y-auto bg-panel/95 p-2 pr-11 text-xs">
          <p className="truncate font-medium">{name}</p>
          <p id={id} className="pt-1 text-failure">
            {wrong.join(' ')}
          </p>
          <Button
            className="mt-1.5"
            data-frame={token}
            onClick={() => (upload.is === 'broken' ? control.again(token) : open())}
          >
            {upload.is === 'broken' ? words.frames.again : words.frames.another}
          </Button>
        </div>
      )}
      {upload.is === 'running' && (
        <div id={id} className="absolute inset-x-0 bottom-0 bg-panel/90 px-2 pt-1 pb-2 text-xs">
          <p className="truncate pb-1">{words.frames.uploading(name)}</p>
          <Progress name={words.frames.uploading(name)} share={upload.share} />
        </div>
      )}
      <IconButton
        icon="close"
        name={words.frames.remove(name)}
        onClick={() => control.remove(token)}
        className="absolute top-1 right-1 bg-panel/90"
      />
    </>
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
