import { uploads } from '@/lib/server/db'
import { keepImage, type StoredImage } from '@/lib/server/generations/files/images'
import { refuseUnfit } from '@/lib/server/images'
import { invalid } from '@/lib/server/invalid-input'
import type { ImageBounds } from '@/lib/shared/models'
import type { User } from '@/lib/shared/user'
import type { Source } from './parse-form'

/** Takes in both images concurrently, as far as turns allow. When both are refused, reports the first. */
export async function takeImages(
  sources: Source[],
  bounds: ImageBounds,
  user: User,
  gone?: AbortSignal,
): Promise<StoredImage[]> {
  const taken = await Promise.allSettled(
    sources.map((source, index) => {
      const slot = index === 0 ? 1 : 2
      return 'file' in source
        ? keepImage(source.file, user, { slot, bounds, gone })
        : knownImage(source.id, slot, bounds, user)
    }),
  )
  return taken.map((image) => {
    if (image.status === 'rejected') throw image.reason
    return image.value
  })
}

/** Finds an image by id. Its bytes were checked when it was uploaded. */
async function knownImage(id: string, slot: 1 | 2, bounds: ImageBounds, user: User): Promise<StoredImage> {
  const known = await uploads.findUsable(id, user.id)
  if (!known) throw unknownImage(id, slot)
  refuseUnfit(known, slot, bounds)
  return known
}

export const unknownImage = (id: string, image: 1 | 2) =>
  invalid([{ type: 'unknown_image', field: 'sourceImage', image, id: id.slice(0, 64) }])
