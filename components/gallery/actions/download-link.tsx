import { useCardHandle } from '@/components/gallery/card/card-handle'
import { Icon } from '@/components/ui'

/** Downloads a saved video. Registers itself with the card, so that the `d` shortcut can click it. */
export function DownloadLink({ url, name }: { url: string; name: string }) {
  return (
    <a
      ref={useCardHandle().download}
      href={`${url}?download=1`}
      title={name}
      aria-keyshortcuts="d"
      className="inline-grid size-10 place-items-center rounded text-second hover:bg-well hover:text-text pointer-coarse:size-11"
    >
      <Icon name="download" />
      <span className="sr-only">{name}</span>
    </a>
  )
}
