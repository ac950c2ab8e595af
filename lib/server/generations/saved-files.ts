import * as z from 'zod'
import { parseJson } from '@/lib/shared/parse-json'

const frameSchema = z.object({
  type: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  width: z.number(),
  height: z.number(),
})
const videoSchema = z.object({ ...frameSchema.shape, duration: z.number() })

/** What is kept of a video: px, bytes, seconds. */
export type StoredVideo = z.output<typeof videoSchema>
export type StoredFrame = z.output<typeof frameSchema>

/** What is kept of a video, as the record has it; null for none, and for what cannot be read. */
export const readVideo = (stored: string | null): StoredVideo | null =>
  videoSchema.safeParse(parseJson(stored ?? '')).data ?? null

/** The same of its last frame. */
export const readFrame = (stored: string | null): StoredFrame | null =>
  frameSchema.safeParse(parseJson(stored ?? '')).data ?? null

/** Where the files of an image and of a generation rest. */
export const keyOf = {
  image: (id: string) => `images/${id}`,
  thumbnail: (id: string) => `thumbnails/${id}`,
  video: (id: string) => `videos/${id}`,
  lastFrame: (id: string) => `last-frames/${id}`,
  poster: (id: string) => `posters/${id}`,
}

/** Whose file it is: the id of an image or a generation. */
export const idOf = (key: string): string => key.slice(key.indexOf('/') + 1)

/** Every file that a generation may have. */
export const filesOf = (id: string): string[] => [keyOf.video(id), keyOf.lastFrame(id), keyOf.poster(id)]

/** Every file that an image has. */
export const filesOfImage = (id: string): string[] => [keyOf.image(id), keyOf.thumbnail(id)]
