import { Suspense } from 'react'
import { needed } from '@/components/layout/needed'
import { useMessages } from '@/lib/client/messages'
import type { FixedRatio, Ratio } from '@/lib/shared/models'
import { canReframe, type Frames, isUnusable } from './frames'

const CropLine = needed(async () => (await import('./crop-line')).CropLine)
const RefusalLine = needed(async () => (await import('./refusal-line')).RefusalLine)

type Props = {
  frames: Frames
  ratio: Ratio
  /** Ratio of the video; null while undetermined. */
  video: FixedRatio | null
  note: string | null
  errorId: (slot: 0 | 1) => string
  onAdapt: () => void
}

/** The lines below the slots: errors, notes, and how much the video’s ratio crops. */
export function FramesLines({ frames, ratio, video, note, errorId, onAdapt }: Props) {
  const { noAnswer } = useMessages('frames')
  const slots = ([0, 1] as const).flatMap((slot) => {
    const frame = frames[slot]
    return frame ? [{ frame, slot, upload: frame.upload }] : []
  })
  const which = (slot: 0 | 1) => (frames.length === 1 ? 'only' : slot === 0 ? 'first' : 'last')
  return (
    <>
      {slots.map(
        ({ frame, slot, upload }) =>
          isUnusable(upload) && (
            <p key={frame.token} id={errorId(slot)} role="alert" className="pt-2 text-failure">
              {/* Without a connection there is no more to be had. */}
              <Suspense fallback={upload.type === 'broken' ? noAnswer : null}>
                <RefusalLine upload={upload} name={frame.name} image={slot === 0 ? 1 : 2} />
              </Suspense>
            </p>
          ),
      )}
      {note && <p className="pt-2 text-second">{note}</p>}
      {slots.map(({ frame, slot, upload }) => {
        // With adaptive the first photo gives the video its ratio, and the settings name it.
        if (isUnusable(upload) || !video || !frame.size || !canReframe(frame)) return null
        if (slot === 0 && ratio === 'adaptive') return null
        return (
          <Suspense key={frame.token} fallback={null}>
            <CropLine size={frame.size} video={video} which={which(slot)} {...(slot === 0 && { onAdapt })} />
          </Suspense>
        )
      })}
    </>
  )
}
