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

/** Facts about a saved video. Width and height in px, duration in seconds. */
export type StoredVideo = z.output<typeof videoSchema>
export type StoredFrame = z.output<typeof frameSchema>

/** The saved video's facts from the record; null when there is none or it is unreadable. */
export const readVideo = (stored: string | null): StoredVideo | null =>
  stored === null ? null : (videoSchema.safeParse(parseJson(stored)).data ?? null)

/** The same for the last frame. */
export const readFrame = (stored: string | null): StoredFrame | null =>
  stored === null ? null : (frameSchema.safeParse(parseJson(stored)).data ?? null)

/** Storage keys of an image's and a generation's files. */
export const keyOf = {
  image: (id: string) => `images/${id}`,
  thumbnail: (id: string) => `thumbnails/${id}`,
  video: (id: string) => `videos/${id}`,
  lastFrame: (id: string) => `last-frames/${id}`,
  poster: (id: string) => `posters/${id}`,
}

/** The id of the image or generation that a key belongs to. */
export const idOf = (key: string): string => key.slice(key.indexOf('/') + 1)

/** Keys of every file that a generation may have. */
export const filesOf = (id: string): string[] => [keyOf.video(id), keyOf.lastFrame(id), keyOf.poster(id)]

/** Keys of an image's files. */
export const filesOfImage = (id: string): string[] => [keyOf.image(id), keyOf.thumbnail(id)]
