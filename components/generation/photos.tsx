import { imageAddress, thumbnailAddress } from '@/lib/client/api'
import { useMessages } from '@/lib/client/messages'
import type { Image } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'

/** Thumbnails of the images that a video was made from, linked to the originals. */
export function Photos({ images }: { images: readonly Image[] }) {
  const messages = useMessages({ en: generationEn, zh: generationZh })
  return (
    <ul className="grid grid-cols-2 gap-4">
      {images.map(({ id, width, height }, slot) => {
        const name = slot === 0 ? messages.firstFrame : messages.lastFrame
        return (
          <li key={slot === 0 ? 'first' : 'last'}>
            <a href={imageAddress(id)} className="block text-second text-xs hover:text-text">
              <img
                src={thumbnailAddress(id)}
                alt={name}
                width={width}
                height={height}
                className="mb-1 h-24 w-full rounded bg-well object-contain"
              />
              <span aria-hidden="true">{name}</span> {messages.pixels(width, height)}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
