import { Icon } from '@/components/ui'
import { useWords } from '@/lib/client/words'

/** Saves a film on the reader's machine. */
export function DownloadLink({ url }: { url: string }) {
  const name = useWords().gallery.download
  return (
    <a
      href={`${url}?download=1`}
      title={name}
      className="inline-grid size-10 place-items-center rounded text-second hover:bg-well hover:text-text pointer-coarse:size-11"
    >
      <Icon name="download" />
      <span className="sr-only">{name}</span>
    </a>
  )
}
