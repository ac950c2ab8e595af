import { fetchImage } from '@/lib/client/api'
import type { Generation } from '@/lib/shared/generation'

/**
 * Downloads the images that a video was made from, in order, as files for the form.
 * @throws Error when one of them cannot be downloaded
 */
export function takePhotos({ images }: Pick<Generation, 'images'>): Promise<File[]> {
  return Promise.all(
    images.map(async ({ id }, index) => {
      const bytes = await fetchImage(id)
      const extension = bytes.type.split('/')[1] ?? 'jpeg'
      return new File([bytes], `photo-${index + 1}.${extension}`, { type: bytes.type })
    }),
  )
}
