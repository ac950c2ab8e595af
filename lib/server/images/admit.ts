import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { boundsReason } from '@/lib/shared/image-bounds'
import type { ImageBounds } from '@/lib/shared/models'
import { open } from './decoder'
import { encode, type ImageType } from './encode'
import { refusal } from './image-refusals'
import { UPLOAD_LIMIT } from './inspect'
import { keptSize } from './size'
import { blame, examine, type Source } from './source'
import { type Asker, inTurn } from './turns'

/** What was written: an upright sRGB image without metadata. Size in px; `sha256` in hexadecimal digits. */
export type Admitted = { width: number; height: number; type: ImageType; bytes: number; sha256: string }

/** For whom what belongs to nobody is decoded. */
const NOBODY: Asker = { person: '' }

type Options = {
  /** 1 for the first frame, 2 for the last; only named in a refusal. */
  slot?: 1 | 2 | null
  /** It is decoded when the asker's turn has come (turns.ts). */
  asker?: Asker
  /** The bounds of the model that it is for, where that is known: what can never be fitted to them is not decoded. */
  bounds?: ImageBounds
  /** Where a thumbnail is written in the same turn: a WebP with its longer side at most 640 px. */
  thumbnail?: string
}

/**
 * Takes a stranger's bytes from `file` and writes a safe image to `into`: decoded and encoded anew, upright, in sRGB,
 * without metadata or anything appended. Its size stays what it was, whatever models take, up to what can be written in
 * about a second (size.ts) and UPLOAD_LIMIT bytes.
 * @throws Problem rate_limited: too many wait already; or the reason of the asker's signal, aborted before the turn
 * @throws Problem unsupported_media: no JPEG, PNG or WebP by its bytes, animated, or also a PDF, ZIP, page or script.
 * @throws Problem too_large: over UPLOAD_LIMIT bytes or more pixels than can be decoded safely.
 * @throws Problem invalid_input: damaged or cut short, or nothing that can be fitted to `bounds`.
 * @throws Error of the disk, as it came: no fault of the image. Nothing is left at `into` after any failure.
 */
export async function admit(
  file: string,
  into: string,
  { slot = null, asker = NOBODY, bounds, thumbnail }: Options = {},
): Promise<Admitted> {
  const source = await examine(file, slot)
  const reason = bounds && boundsReason(source.header, slot, bounds)
  if (reason) throw refusal(reason)
  try {
    return await inTurn(source.header.heavy, asker, async () => {
      const admitted = await write(source, into, slot)
      if (thumbnail !== undefined) await writeThumbnail(into, thumbnail)
      return admitted
    })
  } catch (error) {
    await rm(into, { force: true })
    throw error
  }
}

async function write(source: Source, into: string, slot: 1 | 2 | null): Promise<Admitted> {
  const target = { size: keptSize(source.header), bytes: UPLOAD_LIMIT }
  const encoded = await encode(source, target, into).catch(blame(slot))
  if (encoded === null) throw refusal({ type: 'image_too_heavy', image: slot, limit: UPLOAD_LIMIT })
  const sha256 = createHash('sha256')
  await pipeline(createReadStream(into), sha256)
  return { ...encoded, sha256: sha256.digest('hex') }
}

const THUMBNAIL_SIDE = 640 // px

const writeThumbnail = (file: string, into: string) =>
  open(file)
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toFile(into)
