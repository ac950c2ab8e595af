/** What is kept of a film: px, bytes, seconds. */
export type StoredVideo = {
  type: string
  bytes: number
  sha256: string
  width: number
  height: number
  duration: number
}

export type StoredFrame = Omit<StoredVideo, 'duration'>

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
