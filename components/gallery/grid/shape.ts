import type { SubmissionEntry } from '@/lib/client/submissions'
import type { Generation } from '@/lib/shared/generation'
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

/** Whether a generation is shown as a message, in a row above the videos: it failed, or has no video and can’t be read. */
export const isMessage = ({ status, settings, video }: Pick<Generation, 'status' | 'settings' | 'video'>) =>
  status === 'failed' ||
  status === 'rejected' ||
  status === 'unknown' ||
  (settings === null && video === null)

/** Whether a submission is shown as a message: it was sent, and has no record and no response that makes one. */
export const isUnanswered = ({ phase }: SubmissionEntry): boolean =>
  phase.type !== 'submitting' && phase.type !== 'accepted'

/**
 * Cards of a row share a height: each asks for the width that its ratio has at 16 rem height, times `--size`, and grows
 * by its ratio, until it is 32 rem high: one tall video alone would fill the screen. On a phone a row holds one card, or two tall ones, none higher than 60 % of the screen. These are
 * classes, not style attributes, because a strict content security policy drops style attributes from the server’s HTML.
 */
export const CARD_SHAPES: Record<FixedRatio, string> = {
  '16:9': 'sm:grow-[177.78] sm:basis-[calc(28.444rem*var(--size))] sm:max-w-[56.889rem] max-sm:basis-full',
  '4:3': 'sm:grow-[133.33] sm:basis-[calc(21.333rem*var(--size))] sm:max-w-[42.667rem] max-sm:basis-full',
  '1:1':
    'sm:grow-[100] sm:basis-[calc(16rem*var(--size))] sm:max-w-[32rem] max-sm:basis-full max-sm:max-w-[60svh]',
  '3:4':
    'grow-[75] sm:basis-[calc(12rem*var(--size))] sm:max-w-[24rem] max-sm:basis-[45%] max-sm:max-w-[45svh]',
  '9:16':
    'grow-[56.25] sm:basis-[calc(9rem*var(--size))] sm:max-w-[18rem] max-sm:basis-[34%] max-sm:max-w-[33.75svh]',
  '21:9': 'sm:grow-[233.33] sm:basis-[calc(37.333rem*var(--size))] sm:max-w-[74.667rem] max-sm:basis-full',
}

/** The same as numbers: width/height ratio, flex-grow, flex-basis in rem, and on a phone as a fraction of the row. */
export const CARD_SIZES: Record<FixedRatio, { ratio: number; grow: number; rem: number; phone: number }> = {
  '16:9': { ratio: 16 / 9, grow: 177.78, rem: 28.444, phone: 1 },
  '4:3': { ratio: 4 / 3, grow: 133.33, rem: 21.333, phone: 1 },
  '1:1': { ratio: 1, grow: 100, rem: 16, phone: 1 },
  '3:4': { ratio: 3 / 4, grow: 75, rem: 12, phone: 0.45 },
  '9:16': { ratio: 9 / 16, grow: 56.25, rem: 9, phone: 0.34 },
  '21:9': { ratio: 21 / 9, grow: 233.33, rem: 37.333, phone: 1 },
}

/** The most that a video's height grows to, except on phones, in rem. */
export const MAX_REM = 32

/** `--size` of the cards as a class, and as a number: a few videos are shown large. */
export const SIZES = {
  usual: { name: '[--size:1]', size: 1 },
  large: { name: '[--size:1.625]', size: 1.625 },
} as const

export const VIDEO_SHAPES: Record<FixedRatio, string> = {
  '16:9': 'aspect-16/9',
  '4:3': 'aspect-4/3',
  '1:1': 'aspect-square',
  '3:4': 'aspect-3/4',
  '9:16': 'aspect-9/16',
  '21:9': 'aspect-21/9',
}
