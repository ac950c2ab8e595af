import type { Image } from '@/lib/shared/generation'

/** The page of one video. */
export const pageAddress = (id: string): string => `/g/${encodeURIComponent(id)}`

/** The thumbnail of the first of a video’s photos; undefined if it has none. */
export const thumbnailOf = ([first]: readonly Image[]): string | undefined =>
  first && `/api/images/${encodeURIComponent(first.id)}?thumbnail=1`
