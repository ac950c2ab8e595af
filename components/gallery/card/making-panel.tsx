import { Suspense } from 'react'
import { VIDEO_SHAPES } from '@/components/gallery/grid/shape'
import { needed } from '@/components/layout/needed'
import { useEta } from '@/lib/client/eta'
import { useMessages } from '@/lib/client/messages'
import { useNow } from '@/lib/client/now'
import type { ACTIVE, Generation } from '@/lib/shared/generation'
import type { FixedRatio, Settings } from '@/lib/shared/models'
import { Elapsed } from './elapsed'
import { etaText } from './eta-text'

const QueuedNote = needed(async () => (await import('./queued-note')).QueuedNote)
const SavingNote = needed(async () => (await import('./saving-note')).SavingNote)

type Props = {
  status: (typeof ACTIVE)[number]
  settings: Settings
  /** What keeps the video, where something does. */
  failure?: Generation['failure']
  /** Where it stands in line, while it is queued. */
  queue?: Generation['queue']
  /** When it was sent, in ms. */
  since: number
  shape: FixedRatio
  /** URL of the first frame’s thumbnail. */
  image: string | undefined
}

/**
 * In place of a video that is queued or being made: where in line, or how long already and what is happening. Nobody
 * knows how far it is.
 */
export function MakingPanel({ status, shape, image, queue = null, ...making }: Props) {
  const { queued } = useMessages('gallery').eta
  const inLine = <span className="font-semibold text-base">{queued}</span>
  return (
    <div
      className={`relative flex flex-col overflow-hidden rounded ${image ? 'bg-black text-white' : 'bg-well'} ${VIDEO_SHAPES[shape]}`}
    >
      {image && (
        <img
          src={image}
          alt=""
          className="absolute inset-0 size-full scale-110 object-cover opacity-50 blur-lg"
        />
      )}
      <div className="relative grid flex-1 place-content-center justify-items-center gap-1 p-3 text-center">
        {status === 'queued' ? (
          <Suspense fallback={inLine}>
            <QueuedNote queue={queue} unknown={inLine} />
          </Suspense>
        ) : (
          <Progress status={status} {...making} />
        )}
      </div>
      {status !== 'queued' && <div className="busy-bar relative" />}
    </div>
  )
}

type ProgressProps = Pick<Props, 'status' | 'settings' | 'failure' | 'since'>

/** The elapsed time and the current step, or what keeps it. */
function Progress({ status, settings, failure = null, since }: ProgressProps) {
  const usual = <CurrentStep status={status} settings={settings} since={since} />
  return (
    <>
      <Elapsed since={since} name={useMessages('gallery').elapsed} />
      <span className="text-balance text-sm">
        {failure === null ? (
          usual
        ) : (
          <Suspense fallback={usual}>
            <SavingNote failure={failure} usual={usual} />
          </Suspense>
        )}
      </span>
    </>
  )
}

/** The current step and how long it usually takes. */
function CurrentStep({ status, settings, since }: Omit<ProgressProps, 'failure'>) {
  const known = useEta(settings)
  const now = useNow()
  return etaText(useMessages(), status, known, now - since)
}
