import { useWords } from '@/lib/client/words'
import type { Generation } from '@/lib/shared/generation'
import { deletionOf } from './decide'
import { DeleteButton } from './delete-button'
import { DownloadLink } from './download-link'

type Props = { generation: Generation; onDeleted: () => void }

/** What can be done with a generation whatever it came to. */
export function CardActions({ generation, onDeleted }: Props) {
  const words = useWords()
  const { id, video, lastFrame } = generation
  const deletion = deletionOf(generation)
  return (
    <>
      {video && <DownloadLink url={video.url} icon="download" name={words.gallery.download} />}
      {lastFrame && (
        <DownloadLink url={lastFrame.url} icon="picture" name={words.gallery.downloadLastFrame} />
      )}
      {deletion && <DeleteButton id={id} ask={words.decisions.remove.ask[deletion]} onDeleted={onDeleted} />}
    </>
  )
}
