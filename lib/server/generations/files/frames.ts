import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Fault } from '@/lib/server/fault'
import { fitToBounds, isWithin } from '@/lib/server/images'
import type { Frame } from '@/lib/server/provider'
import { isStorageFull, storageFull } from '@/lib/server/room'
import { type StoredObject, storage } from '@/lib/server/storage'
import { makeTemporaryFolder } from '@/lib/server/temporary-folder'
import type { ImageBounds } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import type { StoredImage } from './images'
import { askerOf } from './receiving'
import { keyOf } from './saved-files'

/** A submission's images in order, within the model's bounds. Call `discard` after sending; it never rejects. */
export type Frames = { files: Frame[]; discard: () => Promise<void> }

/**
 * Prepares a submission's images for sending: the stored bytes where the model's bounds allow, otherwise a copy scaled down
 * into a temporary file.
 * @param user whose turn the scaling takes
 * @throws Problem rate_limited | storage_full | internal: nothing was sent
 */
export async function prepareFrames(
  images: StoredImage[],
  bounds: ImageBounds,
  user: string,
): Promise<Frames> {
  try {
    const kept = await Promise.all(images.map(async (image) => ({ image, object: await objectOf(image) })))
    if (images.every((image) => isWithin(image, bounds))) {
      return { files: kept.map(asKept), discard: async () => {} }
    }
    return await fitAll(kept, bounds, user)
  } catch (error) {
    throw notPrepared(error)
  }
}

type Kept = { image: StoredImage; object: StoredObject }

async function objectOf({ id }: StoredImage): Promise<StoredObject> {
  const object = await storage().open(keyOf.image(id))
  if (object) return object
  throw new Problem('internal', 'An image could not be read, so nothing was sent. Upload it again.', {
    cause: new Fault(`the file of image ${id} is gone`),
  })
}

const asKept = ({ image, object }: Kept, index: number): Frame => ({
  name: nameOf(image.type, index),
  type: image.type,
  ...object,
})

/** A name that gives the image's position and reveals nothing of the person's own file name. */
const nameOf = (type: string, index: number): string => `image-${index + 1}.${type.replace('image/', '')}`

/** Sequential, because scaling takes turns anyway. */
async function fitAll(kept: Kept[], bounds: ImageBounds, user: string): Promise<Frames> {
  const { path, remove } = await makeTemporaryFolder()
  try {
    const files: Frame[] = []
    for (const [index, one] of kept.entries()) {
      const file = `${path}/${index}`
      files.push(
        isWithin(one.image, bounds) ? asKept(one, index) : await fitOne(one, index, file, bounds, user),
      )
    }
    return { files, discard: remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function fitOne(
  { object }: Kept,
  index: number,
  file: string,
  bounds: ImageBounds,
  user: string,
): Promise<Frame> {
  await pipeline(object.stream(), createWriteStream(file))
  const fitted = `${file}.fitted`
  const { type, bytes } = await fitToBounds(file, fitted, bounds, askerOf(user))
  return { name: nameOf(type, index), type, bytes, stream: () => createReadStream(fitted) }
}

/** Passes on problems that a person can act on. The image itself was accepted when it was uploaded. */
function notPrepared(error: unknown): Problem {
  if (isStorageFull(error)) return storageFull(error)
  const isActionable = error instanceof Problem && ['rate_limited', 'internal'].includes(error.code)
  if (isActionable) return error
  return new Problem(
    'internal',
    'An image could not be made ready, so nothing was sent or billed. Send it again; if that fails too, upload the image again.',
    { cause: error },
  )
}
