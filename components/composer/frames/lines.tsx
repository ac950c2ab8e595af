import { uploadText } from '@/components/composer/form/problem-text'
import { useMessages } from '@/lib/client/messages'
import type { FixedRatio, Ratio } from '@/lib/shared/models'
import { CropLine } from './crop-line'
import { canReframe, type Frame, type Frames } from './frames'
import { FramesSentence } from './sentence'

type Props = {
  frames: Frames
  ratio: Ratio
  /** Ratio of the video; null while undetermined. */
  video: FixedRatio | null
  note: string | null
  errorId: (slot: 0 | 1) => string
  onReframe: (frame: Frame, slot: 0 | 1) => void
  onAdapt: () => void
}

/** The lines below the slots: errors, notes, and how much the video’s ratio crops. */
export function FramesLines({ frames, ratio, video, note, errorId, onReframe, onAdapt }: Props) {
  const messages = useMessages()
  const slots = ([0, 1] as const).flatMap((slot) => {
    const frame = frames[slot]
    return frame ? [{ frame, slot, error: uploadText(messages, frame.upload, slot === 0 ? 1 : 2) }] : []
  })
  const which = (slot: 0 | 1) => (frames.length === 1 ? 'only' : slot === 0 ? 'first' : 'last')
  return (
    <>
      {slots.map(
        ({ frame, slot, error }) =>
          error && (
            <p key={frame.token} id={errorId(slot)} role="alert" className="pt-2 text-failure">
              <FramesSentence parts={error} onReframe={() => onReframe(frame, slot)} />
            </p>
          ),
      )}
      {note && <p className="pt-2 text-second">{note}</p>}
      {slots.map(({ frame, slot, error }) => {
        // With adaptive the first photo sets the ratio, and the settings show it.
        if (error || !video || !frame.size || !canReframe(frame)) return null
        if (slot === 0 && ratio === 'adaptive') return null
        return (
          <CropLine
            key={frame.token}
            size={frame.size}
            video={video}
            which={which(slot)}
            onReframe={() => onReframe(frame, slot)}
            {...(slot === 0 && { onAdapt })}
          />
        )
      })}
    </>
  )
}
