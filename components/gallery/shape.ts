import type { Generation, Status } from '@/lib/shared/generation'
import { closestRatio, type FixedRatio, type Settings } from '@/lib/shared/seedance'

type Sized = { width: number; height: number }

/** The ratio a card gives its film. Until the film is there, `adaptive` is taken as the model takes it. */
export function shapeOf(
  settings: Settings,
  images: readonly Sized[],
  video: Sized | null = null,
): FixedRatio {
  if (video) return closestRatio(video.width, video.height)
  if (settings.ratio !== 'adaptive') return settings.ratio
  const [first] = images
  return first ? closestRatio(first.width, first.height) : '16:9'
}

/**
 * A failure is told in sentences, which need some width whatever the film's would have been; a lost answer most, with
 * all that a person can do about it.
 */
export function roomForWords(ratio: FixedRatio, status?: Status): FixedRatio {
  if (status === 'unknown') return '21:9'
  return ratio === '16:9' || ratio === '21:9' || ratio === '4:3' ? ratio : '4:3'
}

/** Whether a card tells of a failure. */
export const isFailure = ({ status }: Pick<Generation, 'status'>): boolean =>
  status === 'failed' || status === 'rejected' || status === 'unknown'

/**
 * Cards of a row share a height: each asks for the width that its ratio takes at 16 rem high and grows by its ratio.
 * On a phone one stands in a row, a tall one no taller than most of the screen. Classes, not style attributes:
 * a page with a strict content security policy drops those from the server's HTML.
 */
export const CARD_SHAPES: Record<FixedRatio, string> = {
  '16:9': 'sm:grow-[178] sm:basis-[28.4rem]',
  '4:3': 'sm:grow-[133] sm:basis-[21.3rem]',
  '1:1': 'sm:grow-[100] sm:basis-[16rem] max-sm:max-w-[60svh]',
  '3:4': 'sm:grow-[75] sm:basis-[12rem] max-sm:max-w-[45svh]',
  '9:16': 'sm:grow-[56] sm:basis-[9rem] max-sm:max-w-[33.75svh]',
  '21:9': 'sm:grow-[233] sm:basis-[37.3rem]',
}

export const FILM_SHAPES: Record<FixedRatio, string> = {
  '16:9': 'aspect-16/9',
  '4:3': 'aspect-4/3',
  '1:1': 'aspect-square',
  '3:4': 'aspect-3/4',
  '9:16': 'aspect-9/16',
  '21:9': 'aspect-21/9',
}
