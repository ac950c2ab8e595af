import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { IMAGE } from '@/lib/shared/models'
import type { ImageReason } from '@/lib/shared/reason'
import { type Header, readHeader } from './decoder'
import { type Encoding, encode, encodingFor } from './encode'
import { inspect } from './inspect'
import { refusal } from './refuse'
import type { Format } from './signature'
import { sizeReason } from './size'
import { writeThumbnail } from './thumbnail'
import { type Asker, inTurn } from './turns'

/** What was written: an upright sRGB image without metadata. Size in px; `sha256` in hexadecimal digits. */
export type Admitted = {
  width: number
  height: number
  type: 'image/jpeg' | 'image/png' | 'image/webp'
  bytes: number
  sha256: string
}

const TYPES = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const satisfies Record<
  Format,
  Admitted['type']
>

/** For whom what belongs to nobody is decoded. */
const NOBODY: Asker = { person: '' }

/**
 * Takes a stranger's bytes from `file` and writes a safe image to `into`: decoded and encoded anew, upright, in sRGB,
 * without metadata or anything appended, within the model's bounds (IMAGE). `place` is 1 for the first frame, 2 for the
 * last, and is only named in a refusal.
 * It is decoded when the asker's turn has come (turns.ts); a thumbnail of it, a WebP with its longer side at most 640 px,
 * is written to `small` in the same turn.
 * @throws Problem rate_limited: too many wait already; or the reason of the asker's signal, aborted before the turn
 * @throws Problem unsupported_media: no JPEG, PNG or WebP by its bytes, animated, or also a PDF, ZIP, page or script.
 * @throws Problem too_large: over UPLOAD_LIMIT bytes or more pixels than can be decoded safely.
 * @throws Problem invalid_input: damaged or cut short, too small, too wide or too tall.
 * @throws Error of the disk, as it came: no fault of the image. Nothing is left at `into` after any failure.
 */
export async function admit(
  file: string,
  place: 1 | 2 | null,
  into: string,
  asker: Asker = NOBODY,
  small?: string,
): Promise<Admitted> {
  const inspected = await inspect(file, place)
  if ('is' in inspected) throw refusal(inspected)
  const { format, structure } = inspected
  const header = await readHeader(file, structure.scans).catch(blame(place))
  if (header.format !== format) throw refusal({ is: 'image_type', image: place, found: null })
  if (header.pages > 1) throw refusal({ is: 'image_animated', image: place })
  const reason = sizeReason(header, place)
  if (reason) throw refusal(reason)

  const { size } = await stat(file)
  const encoding = encodingFor(format, structure.lossless, header, size)
  try {
    return await inTurn(header.heavy, asker, async () => {
      const admitted = await write(file, header, encoding, size, place, into)
      if (small !== undefined) await writeThumbnail(into, small)
      return admitted
    })
  } catch (error) {
    await rm(into, { force: true })
    throw error
  }
}

async function write(
  file: string,
  header: Header,
  encoding: Encoding,
  size: number,
  place: 1 | 2 | null,
  into: string,
): Promise<Admitted> {
  const encoded = await encode(file, header, encoding, size, into).catch(blame(place))
  if (encoded === null) throw refusal({ is: 'image_too_heavy', image: place, limit: IMAGE.maxBytes })
  const sha256 = createHash('sha256')
  await pipeline(createReadStream(into), sha256)
  const { width, height, format, bytes } = encoded
  return { width, height, type: TYPES[format], bytes, sha256: sha256.digest('hex') }
}

/** libvips says "system error" where reading or writing failed by no fault of the image, as on a full disk. */
const blame =
  (image: 1 | 2 | null) =>
  (error: unknown): never => {
    if (!(error instanceof Error) || /\b(system|unix) error\b/.test(error.message)) throw error
    const reason: ImageReason = { is: 'image_damaged', image }
    throw refusal(reason, error)
  }
