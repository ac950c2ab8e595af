import { rm } from 'node:fs/promises'
import { hashOfFile } from '@/lib/server/hash-of-file'
import { keptCrop, keptSize, type Rect } from '@/lib/shared/images/kept-size'
import type { ImageBounds } from '@/lib/shared/models'
import { open } from './decoder'
import { encode, type ImageType } from './encode'
import { refuseUnfit } from './fit'
import { refusal, refuseOutside } from './image-refusals'
import { type Inspected, UPLOAD_LIMIT } from './inspect'
import { mend } from './mend'
import { blame, expectImageFile, hasStrayBytes, isDamage, readSource, type Source } from './source'
import { trimScans } from './trimmed-scans'
import { type Asker, inTurn } from './turns'

/** The stored image: upright, sRGB, opaque, without metadata. Size in px; `sha256` in hex. */
export type Admitted = { width: number; height: number; type: ImageType; bytes: number; sha256: string }

const THUMBNAIL_SIDE = 640 // px

/** The default owner of the turn. */
const NOBODY: Asker = { person: '' }

type Options = {
  /** 1 first frame, 2 last frame; only named in errors. */
  slot?: 1 | 2 | null
  /** Whose turn the decoding takes (turns.ts). */
  asker?: Asker
  /** Bounds of the model it is for, where known: an image that can't be scaled to them is refused undecoded. */
  bounds?: ImageBounds | undefined
  /** The part of the upright image to keep; absent: the whole. */
  crop?: Rect | undefined
  /** Path for a thumbnail made in the same turn: a WebP, and how long its longer side may be, in px. */
  thumbnail?: string
  thumbnailSide?: number
}

/**
 * Converts an untrusted file to a safe image at `into`: decoded and re-encoded, upright, in sRGB, on BACKDROP where transparent, without
 * metadata or trailing data. One that is odd but whole is mended and decoded again (mend.ts). Keeps its size whatever models accept, up to what can be written in
 * about a second (size.ts) and UPLOAD_LIMIT bytes. Leaves nothing at `into` after a failure.
 * @throws Problem rate_limited: the queue is full; or the reason of the asker's signal if it aborts before the turn
 * @throws Problem unsupported_media: not a JPEG, PNG or WebP by its bytes, animated, or also a PDF, ZIP, page or script
 * @throws Problem too_large: over UPLOAD_LIMIT bytes, or more pixels than can be decoded safely
 * @throws Problem invalid_input: damaged, cut short, impossible to scale to `bounds`, or `crop` isn't within it
 * @throws Error file system errors unchanged, since they are not the image's fault
 */
export async function admit(file: string, into: string, options: Options = {}): Promise<Admitted> {
  const inspected = await expectImageFile(file, options.slot ?? null)
  const [mended, trimmed] = [`${into}.mended`, `${into}.trimmed`]
  const inOneTurn = <T>(work: () => Promise<T>) => inTurn(false, options.asker ?? NOBODY, work)
  try {
    return await convert(file, inspected, into, options)
      .catch(async (error: unknown) => {
        if (!isDamage(error) || !(await inOneTurn(() => mend(file, inspected.format, mended)))) throw error
        return convert(mended, inspected, into, options)
      })
      .catch(async (error: unknown) => {
        if (!hasStrayBytes(error) || !(await inOneTurn(() => trimScans(mended, trimmed)))) throw error
        return convert(trimmed, inspected, into, options)
      })
  } catch (error) {
    await rm(into, { force: true })
    throw error
  } finally {
    await Promise.all([mended, trimmed].map((copy) => rm(copy, { force: true })))
  }
}

async function convert(
  file: string,
  inspected: Inspected,
  into: string,
  { slot = null, asker = NOBODY, bounds, crop, thumbnail, thumbnailSide = THUMBNAIL_SIDE }: Options,
): Promise<Admitted> {
  const source = await readSource(file, inspected, slot)
  if (crop) refuseOutside(crop, source.header)
  if (bounds) refuseUnfit(crop ?? source.header, slot, bounds)
  return inTurn(source.header.heavy, asker, async () => {
    const admitted = await write(source, into, slot, crop)
    if (thumbnail !== undefined) await writeThumbnail(into, thumbnail, thumbnailSide)
    return admitted
  })
}

async function write(source: Source, into: string, slot: 1 | 2 | null, crop?: Rect): Promise<Admitted> {
  const size = crop ? keptCrop(crop, source.header) : keptSize(source.header)
  const target = { size, bytes: UPLOAD_LIMIT, crop }
  const encoded = await encode(source, target, into).catch(blame(slot))
  if (encoded === null) throw refusal({ type: 'image_too_heavy', image: slot, limit: UPLOAD_LIMIT })
  return { ...encoded, sha256: await hashOfFile(into) }
}

const writeThumbnail = (file: string, into: string, side: number) =>
  open(file)
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toFile(into)
