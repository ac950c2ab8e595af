import { sayUpload } from '@/components/composer/form/problem-text'
import { useWords } from '@/lib/client/messages'
import type { FixedRatio, Ratio } from '@/lib/shared/models'
import { CropLine } from './crop-line'
import { canReframe, type Frame, type Frames } from './frames'
import { FramesSentence } from './sentence'

type Props = {
  frames: Frames
  ratio: Ratio
  /** What the film will have; null while it is open. */
  film: FixedRatio | null
  notice: string | null
  errorId: (place: 0 | 1) => string
  onReframe: (frame: Frame, place: 0 | 1) => void
  onAdapt: () => void
}

/** What there is to say about the two photos: why one was not taken, where it went, what the film leaves of it. */
export function FramesLines({ frames, ratio, film, notice, errorId, onReframe, onAdapt }: Props) {
  const words = useWords()
  const places = ([0, 1] as const).flatMap((place) => {
    const frame = frames[place]
    return frame ? [{ frame, place, error: sayUpload(words, frame.upload, place === 0 ? 1 : 2) }] : []
  })
  const which = (place: 0 | 1) => (frames.length === 1 ? 'only' : place === 0 ? 'first' : 'last')
  return (
    <>
      {places.map(
        ({ frame, place, error }) =>
          error && (
            <p key={frame.token} id={errorId(place)} role="alert" className="pt-2 text-failure">
              <FramesSentence parts={error} onReframe={() => onReframe(frame, place)} />
            </p>
          ),
      )}
      {notice && <p className="pt-2 text-second">{notice}</p>}
      {places.map(({ frame, place, error }) => {
        // With adaptive the first photo gives the film its ratio, and the settings name it.
        if (error || !film || !frame.size || !canReframe(frame)) return null
        if (place === 0 && ratio === 'adaptive') return null
        return (
          <CropLine
            key={frame.token}
            size={frame.size}
            film={film}
            which={which(place)}
            onReframe={() => onReframe(frame, place)}
            {...(place === 0 && { onAdapt })}
          />
        )
      })}
    </>
  )
}
