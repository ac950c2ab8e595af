import { useLateWords } from '@/lib/client/messages'
import type { Image } from '@/lib/shared/generation'
import { filmEn } from '@/lib/shared/messages/en/generation'
import { filmZh } from '@/lib/shared/messages/zh/generation'

/** The photos that a film was made from, small; each leads to the whole. */
export function Photos({ images }: { images: readonly Image[] }) {
  const words = useLateWords({ en: filmEn, zh: filmZh })
  return (
    <ul className="grid grid-cols-2 gap-4">
      {images.map(({ id, width, height }, place) => {
        const name = place === 0 ? words.firstFrame : words.lastFrame
        const address = `/api/images/${encodeURIComponent(id)}`
        return (
          <li key={place === 0 ? 'first' : 'last'}>
            <a href={address} className="block text-second text-xs hover:text-text">
              <img
                src={`${address}?thumbnail=1`}
                alt={name}
                width={width}
                height={height}
                className="mb-1 h-24 w-full rounded bg-well object-contain"
              />
              <span aria-hidden="true">{name}</span> {words.pixels(width, height)}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
