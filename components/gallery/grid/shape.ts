import type { SubmissionEntry } from '@/lib/client/submissions'
import type { Generation, Status } from '@/lib/shared/generation'
import { closestRatio, type FixedRatio, isFixedRatio, type Settings } from '@/lib/shared/models'

type Sized = { width: number; height: number }

/**
 * The ratio that a card gives its video. Until the video exists, `adaptive` resolves as the model does; without
 * settings, the first image decides.
 */
export function shapeOf(
  settings: Settings | null,
  images: readonly Sized[],
  video: Sized | null = null,
): FixedRatio {
  if (video) return closestRatio(video.width, video.height)
  if (settings && isFixedRatio(settings.ratio)) return settings.ratio
  const [first] = images
  return first ? closestRatio(first.width, first.height) : '16:9'
}

/**
 * The ratio of a card that shows a failure: wide enough for sentences, widest for a lost answer, which comes with a
 * form.
 */
function roomForText(ratio: FixedRatio, status?: Status): FixedRatio {
  if (status === 'unknown') return '21:9'
  return ratio === '16:9' || ratio === '21:9' || ratio === '4:3' ? ratio : '4:3'
}

export const isFailure = ({ status }: Pick<Generation, 'status'>): boolean =>
  status === 'failed' || status === 'rejected' || status === 'unknown'

/** The shape of a generation’s card: its video’s, or that of the panel in its place. */
export function shapeOfCard({ settings, images, video, status }: Generation): FixedRatio {
  const ratio = shapeOf(settings, images, video)
  const showsText = isFailure({ status }) || (settings === null && video === null)
  return showsText ? roomForText(ratio, status) : ratio
}

/** The shape of the card of a submission that has no record yet. */
export function shapeOfSubmission({ submission, images, phase }: SubmissionEntry): FixedRatio {
  const ratio = shapeOf(submission.settings, images)
  return phase.type === 'submitting' ? ratio : roomForText(ratio)
}

/**
 * Cards of a row share a height: each asks for the width that its ratio has at 16 rem height, and grows by its ratio.
 * On a phone a row holds one card, or two tall ones, none higher than 60 % of the screen. These are classes, not
 * style attributes, because a strict content security policy drops style attributes from the server’s HTML.
 */
export const CARD_SHAPES: Record<FixedRatio, string> = {
  '16:9': 'sm:grow-[178] sm:basis-[28.4rem] max-sm:basis-full',
  '4:3': 'sm:grow-[133] sm:basis-[21.3rem] max-sm:basis-full',
  '1:1': 'sm:grow-[100] sm:basis-[16rem] max-sm:basis-full max-sm:max-w-[60svh]',
  '3:4': 'grow-[75] sm:basis-[12rem] max-sm:basis-[45%] max-sm:max-w-[45svh]',
  '9:16': 'grow-[56] sm:basis-[9rem] max-sm:basis-[34%] max-sm:max-w-[33.75svh]',
  '21:9': 'sm:grow-[233] sm:basis-[37.3rem] max-sm:basis-full',
}

/** The same as numbers: width/height ratio, flex-grow, flex-basis in rem, and on a phone as a fraction of the row. */
export const CARD_SIZES: Record<FixedRatio, { ratio: number; grow: number; rem: number; phone: number }> = {
  '16:9': { ratio: 16 / 9, grow: 178, rem: 28.4, phone: 1 },
  '4:3': { ratio: 4 / 3, grow: 133, rem: 21.3, phone: 1 },
  '1:1': { ratio: 1, grow: 100, rem: 16, phone: 1 },
  '3:4': { ratio: 3 / 4, grow: 75, rem: 12, phone: 0.45 },
  '9:16': { ratio: 9 / 16, grow: 56, rem: 9, phone: 0.34 },
  '21:9': { ratio: 21 / 9, grow: 233, rem: 37.3, phone: 1 },
}

export const VIDEO_SHAPES: Record<FixedRatio, string> = {
  '16:9': 'aspect-16/9',
  '4:3': 'aspect-4/3',
  '1:1': 'aspect-square',
  '3:4': 'aspect-3/4',
  '9:16': 'aspect-9/16',
  '21:9': 'aspect-21/9',
}
