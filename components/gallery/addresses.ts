import { thumbnailAddress } from '@/lib/client/api'
import { withBasePath } from '@/lib/shared/base-path'
import type { Image } from '@/lib/shared/generation'

/** The page of one video. */
export const pageAddress = (id: string): string => withBasePath(`/g/${encodeURIComponent(id)}`)

/** The thumbnail of the first of a video’s photos; undefined if it has none. */
export const thumbnailOf = ([first]: readonly Image[]): string | undefined =>
  first && thumbnailAddress(first.id)
