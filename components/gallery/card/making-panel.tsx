import { VIDEO_SHAPES } from '@/components/gallery/grid/shape'
import { useEta } from '@/lib/client/eta'
import { useMessages } from '@/lib/client/messages'
import { useNow } from '@/lib/client/now'
import type { ACTIVE } from '@/lib/shared/generation'
import type { FixedRatio, Settings } from '@/lib/shared/models'
import { Elapsed } from './elapsed'
import { etaText } from './eta-text'

type Props = {
  status: (typeof ACTIVE)[number]
  settings: Settings
  /** Replaces the usual text about the current step. */
  note?: string | undefined
  /** When Generate was pressed, epoch ms. */
  since: number
  shape: FixedRatio
  /** URL of the first frame’s thumbnail. */
  image: string | undefined
}

/** Stands in for a video in progress: elapsed time and current step. The provider reports no progress to show. */
export function MakingPanel({ status, settings, note, since, shape, image }: Props) {
  const messages = useMessages('gallery')
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
        <Elapsed since={since} name={messages.elapsed} />
        <span className="text-balance text-sm">
          {note ?? <CurrentStep status={status} settings={settings} since={since} />}
        </span>
      </div>
      <div className="busy-bar relative" />
    </div>
  )
}

/** The current step and how long it usually takes. */
function CurrentStep({ status, settings, since }: Pick<Props, 'status' | 'settings' | 'since'>) {
  const known = useEta(settings)
  const now = useNow()
  return etaText(useMessages(), status, known, now - since)
}
