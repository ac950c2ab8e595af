import type { Bytes } from './bytes'
import type { Structure } from './framing'
import { readJpeg } from './jpeg'
import { readPng } from './png'
import type { Format } from './signature'
import { readWebp } from './webp'

const READERS = { jpeg: readJpeg, png: readPng, webp: readWebp } as const satisfies Record<
  Format,
  (bytes: Bytes) => Promise<Structure | null>
>

/** Walks a file's framing from its first byte to the image's end. null: the framing is broken or cut short. */
export const readStructure = (bytes: Bytes, format: Format): Promise<Structure | null> =>
  READERS[format](bytes)
